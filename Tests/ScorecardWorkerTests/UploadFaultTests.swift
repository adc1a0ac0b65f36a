import CeleryQueue
import OCRPool
import Postgres
import Recognition
import Testing

import ObjectStorage
import ScorecardWorker

/// CONTRACT.md, "Row and result together": what each fault means for the row and the task.
@Suite struct UploadFaultTests {
    private func exception(_ verdict: Verdict) -> String? {
        switch verdict {
        case .fail(_, let exception), .retry(_, let exception): exception.type
        case .refuse, .giveBack, .terminate: nil
        }
    }

    @Test(arguments: [
        RecognitionFailure.emptyFile, .encryptedPDF, .corruptFile("x"),
        .limitExceeded(limit: "pages", found: 11, allowed: 10),
    ])
    func aBadFileIsAnErrorAndNoFailure(failure: RecognitionFailure) {
        #expect(UploadFault.document(failure).verdict == .refuse(row: failure.sentence, result: failure.sentence))
    }

    @Test(arguments: [
        ("A text file", "text/plain"), ("HEIC", "image/heic"), ("This file type", "application/octet-stream"),
    ])
    func anUnsupportedFileIsNamed(found: String, type: String) {
        guard case .refuse(let row, let result) = UploadFault.document(.unsupportedFormat(found)).verdict else {
            Issue.record("not refused")
            return
        }
        #expect(result == "Unsupported file type: \(type)")
        #expect(row.hasPrefix(result + ". ") && row.contains("send a JPEG"))
    }

    @Test func storageThatIsAwayIsTriedAgainAndWhatIsGoneIsNot() {
        for reason in [
            ObjectStorageError.Reason.unavailable(status: 503, code: ""), .timedOut, .network("x"), .incomplete,
        ] {
            guard case .retry = UploadFault.storage(ObjectStorageError(reason)).verdict else {
                Issue.record("\(reason) is not tried again")
                continue
            }
        }
        #expect(exception(UploadFault.storage(ObjectStorageError(.notFound)).verdict) == "FileNotFoundError")
        #expect(
            exception(UploadFault.storage(ObjectStorageError(.accessDenied(code: "x"))).verdict) == "PermissionError")
        #expect(UploadFault.storage(ObjectStorageError(.credentialsRejected(code: "x"))).verdict == .giveBack(.storage))
        guard
            case .refuse(let row, let result) = UploadFault.storage(
                ObjectStorageError(.tooLarge(size: 26 << 20, limit: 25 << 20))
            ).verdict
        else {
            Issue.record("a large file is not refused")
            return
        }
        #expect(row.hasPrefix("The file is larger than 25 MB; send a smaller one") && result.contains("26214400"))
    }

    @Test func aReaderThatDiesFailsTheTaskAndOneThatCannotStartDoesNot() {
        #expect(exception(UploadFault.reader(PoolError(.crashed(signal: "SIGSEGV"))).verdict) == "WorkerLostError")
        #expect(
            exception(UploadFault.reader(PoolError(.sandboxViolation(systemCall: "socket"))).verdict)
                == "WorkerLostError")
        #expect(exception(UploadFault.reader(PoolError(.memoryLimit(bytes: 1))).verdict) == "MemoryError")
        #expect(exception(UploadFault.reader(PoolError(.timeout(limit: .seconds(2)))).verdict) == "TimeLimitExceeded")
        #expect(UploadFault.reader(PoolError(.startFailed("x"))).verdict == .giveBack(.readers))
        #expect(UploadFault.reader(PoolError(.shutDown)).verdict == .giveBack(nil))
    }

    @Test func limitsAndOperators() {
        #expect(exception(UploadFault.interrupted(.softLimit(1)).verdict) == "SoftTimeLimitExceeded")
        #expect(exception(UploadFault.document(.deadlineExceeded).verdict) == "SoftTimeLimitExceeded")
        #expect(
            UploadFault.interrupted(.hardLimit(2)).verdict == .fail(row: ScorerMessage.tooSlow, .timeLimitExceeded(2)))
        #expect(UploadFault.interrupted(.terminated(signal: 15)).verdict == .terminate(signal: 15))
        #expect(UploadFault.interrupted(.coldShutdown).verdict == .giveBack(nil))
    }
}

@Suite struct UploadArgumentsTests {
    @Test func positionalAndKeyword() throws {
        #expect(try UploadArguments(Tasks.delivery("a", args: [7]).task).id == 7)
        let forced = try UploadArguments(Tasks.delivery("a", args: [], kwargs: ["upload_id": 8, "force": true]).task)
        #expect(forced.id == 8 && forced.isForced)
    }

    @Test(
        arguments: [
            ([], .object([]), "missing 1 required positional argument: 'upload_id'"),
            ([1, 2], .object([]), "takes 1 positional argument but 2 were given"),
            ([1], ["upload_id": 1], "got multiple values for argument 'upload_id'"),
            ([1], ["colour": 1], "got an unexpected keyword argument 'colour'"),
            (["x"], .object([]), "needs an integer for 'upload_id', not 'x'"),
            ([true], .object([]), "needs an integer for 'upload_id', not True"),
        ] as [(JSON, JSON, String)])
    func whatDoesNotFitIsATypeError(args: JSON, kwargs: JSON, message: String) throws {
        let task = try Tasks.delivery("a", args: args, kwargs: kwargs).task
        let error = #expect(throws: PythonException.self) { try UploadArguments(task) }
        #expect(error?.line == "TypeError: process_upload_task() \(message)")
    }
}
