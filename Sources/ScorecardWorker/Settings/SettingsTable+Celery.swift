/// What Celery's command line takes and this worker has no use for. An old unit file keeps working, or is told why not.
extension SettingsTable {
    package static let app = accepted(
        "app", "Celery application.", short: "A", because: "the task is built in")
    package static let pool = TypedSetting(
        "pool", .celery, .choice() as SettingForm<PoolKind>, "Celery's pool.",
        note: "reader processes", variables: [], short: "P",
        use: .ignored(because: "every upload is read in a process of its own"))

    private static let accepted: [TypedSetting<String>] = [
        accepted("loader", "Loader of the application.", because: "no Python is loaded"),
        accepted("config", "Module with Celery's settings.", because: "no Python is loaded"),
        accepted("include", "Modules to import.", short: "I", because: "no Python is loaded"),
        accepted("executable", "Python to detach with.", because: "no Python is loaded"),
        accepted("statedb", "File for revoked tasks.", short: "S", because: "revoked tasks are kept in Redis"),
        accepted("schedule", "File of the scheduler.", short: "s", because: "this worker has no scheduler"),
        accepted("scheduler", "Class of the scheduler.", because: "this worker has no scheduler"),
    ]
    private static let acceptedToggles: [TypedSetting<Bool>] = [
        switched("no-color", "Log without colours.", short: "C", .ignored(because: "the log has no colours")),
        switched("quiet", "Show no banner.", short: "q", .ignored(because: "the banner is a line of the log")),
        switched("skip-checks", "Skip Django's checks.", .ignored(because: "no Python is loaded")),
        switched(
            "disable-prefetch", "Claim nothing ahead.",
            .ignored(because: "with the prefetch multiplier at 1 nothing is claimed ahead")),
    ]
    private static let refused: [TypedSetting<String>] = [
        refused("exclude-queues", short: "X", remedy: "name the wanted queues with --queues"),
        refused("uid", remedy: "let systemd or supervisor set the user"),
        refused("gid", remedy: "let systemd or supervisor set the group"),
        refused("umask", remedy: "let systemd or supervisor set it"),
        refused("workdir", remedy: "give absolute paths, or let systemd or supervisor set the directory"),
    ]
    private static let refusedToggles: [TypedSetting<Bool>] = [
        switched("beat", "The scheduler.", short: "B", .refused(because: "run `celery beat` as a service of its own")),
        TypedSetting(
            "purge", .celery, .toggle, "Empty the queues.", variables: [], aliases: ["discard"],
            use: .refused(because: "run `celery purge` by hand if you mean it")),
    ]

    static let celeryRows =
        [app.row, pool.row] + accepted.map(\.row) + acceptedToggles.map(\.row) + refused.map(\.row)
        + refusedToggles.map(\.row)

    private static func accepted(
        _ name: String, _ help: String, short: Character? = nil, because reason: String
    ) -> TypedSetting<String> {
        TypedSetting(name, .celery, .text, help, variables: [], short: short, use: .ignored(because: reason))
    }

    private static func refused(_ name: String, short: Character? = nil, remedy: String) -> TypedSetting<String> {
        TypedSetting(
            name, .celery, .text, "Celery's own.", variables: [], short: short, use: .refused(because: remedy))
    }

    private static func switched(
        _ name: String, _ help: String, short: Character? = nil, _ use: Setting.Use
    ) -> TypedSetting<Bool> {
        TypedSetting(name, .celery, .toggle, help, variables: [], short: short, use: use)
    }
}
