internal import CProcessShim
internal import Glibc
internal import OCRWire

/// How a warm child gives up everything that reading documents does not need. Models and fonts are read before, with
/// all rights, but they are the operator's own files; what strangers send is read after.
///
/// The order matters: limits and handlers are set while they can be, the user changes before privileges go, and the filter of
/// system calls comes last because it forbids the rest.
struct LockIn {
    private let order: SandboxOrder
    /// Directories whose files can be read for good: fonts, poppler's data, the models.
    private let readable: [String]
    private let memoryRefusals: UnsafePointer<Int32>?

    /// Where poppler finds fonts and character maps, besides the models.
    static let sharedData = ["/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/poppler"]

    init(_ order: SandboxOrder, models: String, memoryRefusals: UnsafePointer<Int32>?) {
        self.order = order
        readable = LockIn.sharedData + [models]
        self.memoryRefusals = memoryRefusals
    }

    /// One mechanism: what it is called, and how it ended; negative results are -errno.
    private typealias Step = (name: String, call: () -> Int32)

    /// Does all of it; the mechanisms in force, strongest first.
    ///
    /// - Throws: `SandboxRefusal` when the kernel refuses one that the order requires.
    func apply() throws(SandboxRefusal) -> [String] {
        guard order.policy != .off else { return [] }
        _ = process_offer_to_memory_killer()
        var inForce: [String] = []
        for step in steps {
            let result = step.call()
            if result < 0 { try refuse(step.name, result) } else { inForce.append(LockIn.description(step, result)) }
        }
        return inForce.reversed()
    }

    /// Landlock tells its version, and with it what it covers.
    private static func description(_ step: Step, _ result: Int32) -> String {
        step.name == "landlock" ? "landlock \(result)" : step.name
    }

    private var steps: [Step] {
        let handlers: Step = ("handlers", { process_plan_fatal_signals(LockIn.plan(memoryRefusals)) })
        let limits: Step = ("limits", { process_limit_resources(order.addressSpaceBytes, order.openFiles) })
        // Signals from a parent that has gone meanwhile are lost, but then its channel is closed too.
        let user: Step = (
            "user nobody",
            {
                let result = process_become_nobody()
                _ = process_die_with_parent()
                return result
            }
        )
        return [handlers, limits, (geteuid() == 0 ? user : ("no root", { 0 }))] + privileges
    }

    private var privileges: [Step] {
        [
            ("no new privileges", process_forbid_new_privileges), ("hidden memory", process_hide_memory),
            ("landlock", confineFiles), ("seccomp", process_filter_system_calls),
        ]
    }

    private func confineFiles() -> Int32 {
        let copies = readable.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        return copies.map { UnsafePointer($0) }.withUnsafeBufferPointer {
            process_confine_files($0.baseAddress, $0.count)
        }
    }

    private func refuse(_ mechanism: String, _ result: Int32) throws(SandboxRefusal) {
        guard order.policy == .require else { return }
        throw SandboxRefusal(mechanism: mechanism, why: String(cString: strerror(-result)))
    }

    private static func plan(_ memoryRefusals: UnsafePointer<Int32>?) -> process_fatal_plan {
        process_fatal_plan(
            // For as long as the process lives.
            refused_call_prefix: strdup(SandboxViolation.linePrefix),
            refused_call_exit_code: ReaderExitCode.sandboxViolation, memory_refusals: memoryRefusals,
            out_of_memory_exit_code: ReaderExitCode.outOfMemory)
    }
}

/// The kernel does not let a reader lock itself in as it must.
struct SandboxRefusal: Error {
    var mechanism: String
    var why: String

    /// What, why, what to do.
    var sentence: String {
        "The reader cannot lock itself in (\(mechanism): \(why)); use a kernel with seccomp and Landlock (Linux 5.13 or newer), "
            + "or accept less with --sandbox best-effort."
    }
}
