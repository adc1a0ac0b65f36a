import CeleryQueue
import Foundation

import ScorecardWorker

/// Claimed tasks as they come off a queue.
enum Tasks {
    static let name = "backend.worker.processor.process_upload_task"

    static func delivery(
        _ id: String, args: JSON = [42], kwargs: JSON = .object([]), type: String = name, eta: Double? = nil,
        expires: Double? = nil, redeliveries: Int = 0
    ) throws -> Delivery {
        var headers: JSON = [
            "lang": "py", "task": .text(type), "id": .text(id), "retries": 0, "root_id": .text(id),
            "cricksy_redeliveries": .integer(redeliveries),
        ]
        if let eta { headers["eta"] = .text(PythonDateTime(epoch: eta).isoFormat) }
        if let expires { headers["expires"] = .text(PythonDateTime(epoch: expires).isoFormat) }
        let envelope = Envelope(
            body: [args, kwargs, .object([])], headers: headers,
            properties: [
                "delivery_info": ["exchange": "", "routing_key": "celery"], "priority": 0, "delivery_tag": .text(id),
                "body_encoding": "base64",
            ])
        return Delivery(
            claim: Claim(name: id, raw: envelope.encodedBytes, queue: "celery"), task: try TaskMessage(envelope))
    }
}
