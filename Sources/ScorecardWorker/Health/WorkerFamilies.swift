/// Everything `/metrics` shows. The names of celery-exporter and of Flower's own exporter are theirs, so that dashboards
/// made for them work; `hostname` and `worker` are the whole node name, as several workers may run on a host.
struct WorkerFamilies {
    let tallies: Tallies
    let gauges: WorkerGauges

    var all: [MetricFamily] { celery + flower + work + claims + readers + state }

    private var node: String { gauges.node }
    private var task: String { tallies.task }

    /// Queues that anything is known of: their counters begin at 0, so that a rate sees the first task too.
    private var queues: [String] {
        Set(tallies.tasks.keys.map(\.queue)).union(gauges.queueLengths.map { Set($0.keys) } ?? []).sorted()
    }

    // MARK: Celery's names

    private var celery: [MetricFamily] {
        Tallies.Event.allCases.map(taskFamily) + [
            histogram("celery_task_runtime", "Seconds that succeeded tasks took.", queues.map(runtime)),
            gauge("celery_worker_up", "1 while this worker runs.", ["hostname": node], 1),
            gauge(
                "celery_worker_tasks_active", "Tasks that readers work on.", ["hostname": node], gauges.active),
            family(
                "celery_queue_length", .gauge, "Messages that wait in a queue.",
                byName(gauges.queueLengths) { ["queue_name": $0] }),
        ]
    }

    private func taskFamily(_ event: Tallies.Event) -> MetricFamily {
        family(
            "celery_task_\(event.rawValue)_total", .counter, "Tasks that this worker has \(event.rawValue).",
            queues.flatMap { taskSamples(event, queue: $0) })
    }

    /// Exceptions have a series of their own; the one without comes first and stands for none yet.
    private func taskSamples(_ event: Tallies.Event, queue: String) -> [MetricFamily.Sample] {
        let counts = tallies.tasks.filter { $0.key.event == event && $0.key.queue == queue }
        guard event == .failed || event == .retried else {
            return [sample(taskLabels(queue), counts.values.reduce(0, +))]
        }
        let named =
            counts.map { ($0.key.exception, $0.value) }
            + (counts.keys.contains { $0.exception.isEmpty } ? [] : [("", 0)])
        return named.sorted { $0.0 < $1.0 }.map { exception, count in
            sample(
                ["name": task, "hostname": node, "queue_name": queue, "exception": exception], count)
        }
    }

    private func taskLabels(_ queue: String) -> KeyValuePairs<String, String> {
        ["name": task, "hostname": node, "queue_name": queue]
    }

    private func runtime(_ queue: String) -> MetricFamily.Sample {
        let histogram = tallies.runtimes.values[queue] ?? Histogram(bounds: tallies.runtimes.bounds)
        return MetricFamily.Sample(labels: taskLabels(queue), value: .histogram(histogram))
    }

    // MARK: Flower's names

    private var flower: [MetricFamily] {
        [
            gauge("flower_worker_online", "1 while this worker runs.", worker, 1),
            gauge(
                "flower_worker_number_of_currently_executing_tasks", "Tasks that readers work on.", worker,
                gauges.active),
            gauge(
                "flower_worker_prefetched_tasks", "Claimed tasks that wait for a reader.",
                ["worker": node, "task": task], gauges.reserved),
            family(
                "flower_events_total", .counter, "Task events by kind.",
                Tallies.Event.allCases.map { event in
                    sample(["worker": node, "type": "task-\(event.rawValue)", "task": task], count(of: event))
                }),
            histogram(
                "flower_task_runtime_seconds", "Seconds that succeeded tasks took.",
                [
                    MetricFamily.Sample(
                        labels: ["worker": node, "task": task], value: .histogram(tallies.runtimes.merged))
                ]),
        ]
    }

    private func count(of event: Tallies.Event) -> Int {
        tallies.tasks.filter { $0.key.event == event }.values.reduce(0, +)
    }

    // MARK: Ours

    private var work: [MetricFamily] {
        [
            histogram(
                "cricksy_failed_task_seconds", "Seconds that failed tasks took.",
                byName(tallies.failures) { ["worker": node, "queue_name": $0] }),
            histogram(
                "cricksy_stage_seconds", "Seconds that a step of a task took.",
                byName(tallies.stages) { ["worker": node, "stage": $0] }),
            histogram(
                "cricksy_queue_wait_seconds", "Seconds that messages waited before they were claimed.",
                [MetricFamily.Sample(labels: worker, value: .histogram(tallies.waits.merged))]),
            counter("cricksy_pages_total", "Pages that were read.", tallies.pages),
            labelled("cricksy_documents_total", "Documents that arrived, by kind.", "kind", tallies.documents),
            labelled("cricksy_document_bytes_total", "Bytes of documents, by kind.", "kind", tallies.documentBytes),
            labelled("cricksy_uploads_total", "Uploads by the status they ended with.", "status", tallies.uploads),
        ]
    }

    private var claims: [MetricFamily] {
        [
            claim("cricksy_dead_letters_total", "Messages that were put aside as unreadable.", .dead),
            claim("cricksy_claims_given_back_total", "Claims that went back to their queue.", .givenBack),
            claim("cricksy_claims_lost_total", "Claims that another worker took over.", .lost),
            claim("cricksy_claims_recovered_total", "Claims of dead workers that went back.", .recovered),
            family(
                "cricksy_dead_letter_list_length", .gauge, "Messages in a queue's dead-letter list.",
                byName(gauges.deadLetters) { ["queue_name": $0] }),
            gauge(
                "cricksy_redis_connected", "Whether the broker is reached.", worker, tallies.isRedisConnected ? 1 : 0),
            labelled("cricksy_reconnections_total", "Connections made anew.", "server", tallies.reconnections),
            family(
                "cricksy_lease_age_seconds", .gauge, "Seconds since the lease was renewed.",
                gauges.leaseAge.map { [sample(worker, $0)] } ?? []),
        ]
    }

    private var readers: [MetricFamily] {
        let bytes = gauges.readerResidentBytes
        return [
            gauge("cricksy_readers", "Readers that are meant to run.", worker, gauges.concurrency),
            gauge("cricksy_readers_resident_bytes", "Memory of all readers.", worker, bytes.reduce(0, +)),
            gauge("cricksy_largest_reader_resident_bytes", "Memory of the largest reader.", worker, bytes.max() ?? 0),
            seconds("cricksy_readers_cpu_seconds_total", "CPU time of all readers.", gauges.readerCPUSeconds),
            counter("cricksy_readers_restarted_total", "Readers that died and were replaced.", gauges.readersRestarted),
            counter("cricksy_readers_recycled_total", "Readers that had done enough.", gauges.readersRecycled),
            labelled("cricksy_reader_deaths_total", "Readers that died, by reason.", "reason", tallies.readerDeaths),
        ]
    }

    private var state: [MetricFamily] {
        [
            gauge("cricksy_tasks_scheduled", "Claimed tasks that wait for their time.", worker, gauges.scheduled),
            gauge("cricksy_prefetch_limit", "Messages that may be claimed at once.", worker, gauges.prefetchCount),
            gauge("cricksy_revoked_ids", "Ids in the list of revoked tasks.", worker, gauges.revoked),
            gauge("cricksy_worker_resident_bytes", "Memory of the worker itself.", worker, gauges.workerResidentBytes),
            seconds("cricksy_worker_cpu_seconds_total", "CPU time of the worker itself.", gauges.workerCPUSeconds),
            family(
                "cricksy_uptime_seconds", .gauge, "Seconds since the start.", [sample(worker, gauges.uptime)]),
            family("cricksy_tuned_info", .gauge, "The tuned file in use.", [sample(tunedLabels, 1)]),
            family("cricksy_build_info", .gauge, "Versions of program and libraries.", [sample(buildLabels, 1)]),
        ]
    }

    private var tunedLabels: KeyValuePairs<String, String> {
        [
            "worker": node, "run": gauges.tuned?.run ?? "", "hash": gauges.tuned?.hash ?? "",
            "state": gauges.tuned?.state ?? "absent", "recognition": gauges.tuned?.words.recognition ?? "absent",
            "machine": gauges.tuned?.words.machine ?? "absent", "probe": gauges.tuned?.words.probe ?? "none",
        ]
    }

    private var buildLabels: KeyValuePairs<String, String> {
        [
            "worker": node, "version": gauges.version, "tesseract": gauges.engines?.tesseract ?? "",
            "leptonica": gauges.engines?.leptonica ?? "", "poppler": gauges.engines?.poppler ?? "",
        ]
    }
}

// MARK: Short forms

extension WorkerFamilies {
    private typealias Labels = KeyValuePairs<String, String>

    private var worker: Labels { ["worker": node] }

    private func family(
        _ name: String, _ kind: MetricFamily.Kind, _ help: String, _ samples: [MetricFamily.Sample]
    ) -> MetricFamily {
        MetricFamily(name: name, kind: kind, help: help, samples: samples)
    }

    private func sample(_ labels: Labels, _ value: Int) -> MetricFamily.Sample { sample(labels, Double(value)) }

    private func sample(_ labels: Labels, _ value: Double) -> MetricFamily.Sample {
        MetricFamily.Sample(labels: labels, value: .number(value))
    }

    private func gauge(_ name: String, _ help: String, _ labels: Labels, _ value: Int) -> MetricFamily {
        family(name, .gauge, help, [sample(labels, value)])
    }

    private func counter(_ name: String, _ help: String, _ value: Int) -> MetricFamily {
        family(name, .counter, help, [sample(worker, value)])
    }

    private func seconds(_ name: String, _ help: String, _ value: Double) -> MetricFamily {
        family(name, .counter, help, [sample(worker, value)])
    }

    private func histogram(_ name: String, _ help: String, _ samples: [MetricFamily.Sample]) -> MetricFamily {
        family(name, .histogram, help, samples)
    }

    private func claim(_ name: String, _ help: String, _ event: Tallies.ClaimEvent) -> MetricFamily {
        counter(name, help, tallies.claims[event] ?? 0)
    }

    private func labelled(_ name: String, _ help: String, _ label: String, _ counter: LabelledCounter) -> MetricFamily {
        let samples = counter.values.sorted { $0.key < $1.key }.map { value, count in
            sample(["worker": node, label: value], count)
        }
        return family(name, .counter, help, samples)
    }

    private func byName(_ values: [String: Int]?, _ labels: (String) -> Labels) -> [MetricFamily.Sample] {
        (values ?? [:]).sorted { $0.key < $1.key }.map { sample(labels($0.key), $0.value) }
    }

    private func byName(_ values: LabelledHistogram, _ labels: (String) -> Labels) -> [MetricFamily.Sample] {
        values.values.sorted { $0.key < $1.key }.map {
            MetricFamily.Sample(labels: labels($0.key), value: .histogram($0.value))
        }
    }
}
