import Foundation
import ScorecardWorker
import Testing

@Suite struct MetricsTests {
    static let task = "backend.worker.processor.process_upload_task"

    /// A worker to which everything has happened.
    static func busyServer() async throws -> RunningServer {
        let metrics = WorkerMetrics()
        for queue in ["celery", "celery", "scans"] { metrics.received(queue: queue) }
        metrics.started()
        metrics.succeeded(runtime: 0.3)
        metrics.succeeded(runtime: 700, queue: "scans")
        metrics.failed(exception: "ValueError", runtime: 2)
        metrics.retried(exception: "ConnectionError")
        metrics.revoked()
        metrics.rejected()
        metrics.deadLetter()
        metrics.gaveBack()
        metrics.claimLost()
        metrics.recovered(3)
        metrics.stage("download", seconds: 0.02)
        metrics.stage("recognize", seconds: 1.5)
        metrics.queueWait(seconds: 12)
        metrics.pages(4)
        metrics.document(kind: "jpeg", bytes: 1000)
        metrics.document(kind: "jpeg", bytes: 500)
        metrics.upload(status: "ready")
        metrics.readerDied(reason: "hard-limit")
        metrics.redis(connected: true)
        metrics.reconnected(server: "broker")
        return try await RunningServer(gauges: gauges, metrics: metrics)
    }

    private static var gauges: WorkerGauges {
        var gauges = WorkerGauges(node: "worker1@box")
        (gauges.active, gauges.reserved, gauges.scheduled) = (2, 1, 5)
        (gauges.prefetchCount, gauges.concurrency, gauges.revoked) = (4, 2, 6)
        gauges.readerResidentBytes = [70_000_000, 90_000_000]
        gauges.workerResidentBytes = 30_000_000
        (gauges.workerCPUSeconds, gauges.readerCPUSeconds) = (1.25, 1e-5)
        (gauges.readersRestarted, gauges.readersRecycled) = (1, 2)
        (gauges.uptime, gauges.leaseAge) = (61.5, 4)
        gauges.queueLengths = ["celery": 7, "scans": 0]
        gauges.deadLetters = ["celery": 1]
        gauges.tuned = .init(run: "run \"1\"\\\n", hash: "ab12", state: "stale", words: ("current", "stale", "failed"))
        gauges.engines = .init(tesseract: "5.3.0", leptonica: "1.82.0", poppler: "22.12.0")
        gauges.version = "0.1.0"
        return gauges
    }

    @Test func prometheusReadsEverything() async throws {
        let server = try await Self.busyServer()
        let metrics = try await server.metricFamilies()
        try await server.stop()
        func value(_ name: String, _ labels: [String: String] = [:], suffix: String = "") throws -> Double {
            try #require(metrics[name], "\(name)").value(labels, suffix: suffix)
        }
        let all = ["name": Self.task, "hostname": "worker1@box"]
        #expect(try value("celery_task_received", all.merging(["queue_name": "celery"]) { $1 }, suffix: "_total") == 2)
        #expect(try value("celery_task_failed", ["exception": "ValueError"]) == 1)
        #expect(try value("celery_task_failed", ["exception": "", "queue_name": "scans"]) == 0)
        #expect(try value("celery_task_retried", ["exception": "ConnectionError"]) == 1)
        #expect(try value("celery_task_rejected", ["queue_name": "scans"]) == 0)
        #expect(try value("celery_task_runtime", ["queue_name": "celery", "le": "0.25"]) == 0)
        #expect(try value("celery_task_runtime", ["queue_name": "celery", "le": "0.5"]) == 1)
        #expect(try value("celery_task_runtime", ["queue_name": "scans", "le": "600"]) == 0)
        #expect(try value("celery_task_runtime", ["queue_name": "scans", "le": "+Inf"]) == 1)
        #expect(try value("celery_task_runtime", ["queue_name": "scans"], suffix: "_sum") == 700)
        #expect(try value("flower_task_runtime_seconds", ["worker": "worker1@box"], suffix: "_count") == 2)
        #expect(try value("flower_events", ["type": "task-succeeded"]) == 2)
        #expect(try value("flower_worker_prefetched_tasks") == 1)
        #expect(try value("celery_worker_tasks_active") == 2)
        #expect(try value("celery_queue_length", ["queue_name": "celery"]) == 7)
        #expect(try value("cricksy_stage_seconds", ["stage": "recognize"], suffix: "_sum") == 1.5)
        #expect(try value("cricksy_queue_wait_seconds", ["le": "15"]) == 1)
        #expect(try value("cricksy_document_bytes", ["kind": "jpeg"]) == 1500)
        #expect(try value("cricksy_claims_recovered") == 3)
        #expect(try value("cricksy_readers_resident_bytes") == 160_000_000)
        #expect(try value("cricksy_largest_reader_resident_bytes") == 90_000_000)
        #expect(try value("cricksy_readers_cpu_seconds") == 1e-5)
        #expect(try value("cricksy_uptime_seconds") == 61.5)
        #expect(try value("cricksy_tuned_info", ["run": "run \"1\"\\\n", "state": "stale"]) == 1)
        #expect(
            try value("cricksy_tuned_info", ["recognition": "current", "machine": "stale", "probe": "failed"]) == 1)
        #expect(try value("cricksy_build_info", ["version": "0.1.0", "poppler": "22.12.0"]) == 1)
        for (name, family) in metrics {
            #expect(["celery_", "flower_", "cricksy_"].contains { name.hasPrefix($0) })
            #expect(family.type != "counter" || family.samples.allSatisfy { $0.name.hasSuffix("_total") })
        }
    }

    @Test func idleWorkerWithoutRedisIsReadToo() async throws {
        let server = try await RunningServer()
        let metrics = try await server.metricFamilies()
        try await server.stop()
        #expect(metrics["celery_queue_length"] == nil)
        #expect(try metrics["cricksy_redis_connected"]?.value() == 0)
        #expect(try metrics["cricksy_tuned_info"]?.value(["state": "absent"]) == 1)
        #expect(try metrics["cricksy_queue_wait_seconds"]?.value(suffix: "_count") == 0)
    }

    @Test func labelsAreBounded() async throws {
        let metrics = WorkerMetrics()
        for number in 0..<200 {
            metrics.failed(exception: "Error\(number)", runtime: 1)
            metrics.stage("stage\(number)", seconds: 1)
            metrics.upload(status: "status\(number)")
            metrics.received(queue: "queue\(number)")
        }
        let server = try await RunningServer(metrics: metrics)
        let read = try await server.metricFamilies()
        try await server.stop()
        #expect(try read["celery_task_failed"]?.value(["exception": "other"]) == 150)
        #expect(try read["cricksy_stage_seconds"]?.value(["stage": "other"], suffix: "_count") == 150)
        #expect(read["cricksy_uploads"]?.samples.count == 51)
        #expect(Set(read["celery_task_received"]?.samples.map { $0.labels["queue_name"] } ?? []).count == 51)
    }

    @Test func countsFromManyTasksAreAllThere() async throws {
        let metrics = WorkerMetrics()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { for _ in 0..<1000 { metrics.succeeded(runtime: 0.5) } }
            }
        }
        let server = try await RunningServer(metrics: metrics)
        let read = try await server.metricFamilies()
        try await server.stop()
        #expect(try read["celery_task_succeeded"]?.value() == 8000)
        #expect(try read["celery_task_runtime"]?.value(suffix: "_sum") == 4000)
    }

    @Test func oddTimesKeepTheSumsSound() async throws {
        let metrics = WorkerMetrics()
        for seconds in [-5, .nan, .infinity, 1] { metrics.queueWait(seconds: seconds) }
        metrics.upload(status: "a\u{1B}[31m\nb")
        let server = try await RunningServer(metrics: metrics)
        let read = try await server.metricFamilies()
        try await server.stop()
        #expect(try read["cricksy_queue_wait_seconds"]?.value(suffix: "_sum") == 1)
        #expect(try read["cricksy_queue_wait_seconds"]?.value(suffix: "_count") == 4)
        #expect(try read["cricksy_uploads"]?.value(["status": "a?[31m\nb"]) == 1)
    }
}
