import ScorecardWorker
import Testing

/// The command lines of the old guides with only the program's path changed.
@Suite struct CelerySpellingTests {
    @Test(arguments: [
        (
            "-A backend.worker.celery_app worker --loglevel=info --concurrency=4",
            "run --app=backend.worker.celery_app --loglevel=info --concurrency=4"
        ),
        (
            "-m celery -A backend.worker.celery_app worker -l info -c 4 -Q celery -n worker1@%h",
            "run --app=backend.worker.celery_app --loglevel=info --concurrency=4 --queues=celery --hostname=worker1@%h"
        ),
        (
            "--app app -b redis://h/0 worker --pool=gevent --concurrency=100",
            "run --app=app --broker=redis://h/0 --pool=gevent --concurrency=100"
        ),
        ("worker -A app -c4 -linfo -Ofair", "run --app=app --concurrency=4 --loglevel=info --optimization=fair"),
        ("worker -EDc4 -Pprefork", "run --task-events --detach --concurrency=4 --pool=prefork"),
        (
            "-A app worker --events --autoscale 10,3 --max-tasks-per-child 50 --max-memory-per-child=200000",
            "run --app=app --task-events --autoscale=10,3 --max-tasks-per-child=50 --max-memory-per-child=200000"
        ),
        (
            "-A app -C worker --time-limit 600 --soft-time-limit=540 --without-gossip --without-mingle",
            "run --app=app --no-color --time-limit=600 --soft-time-limit=540 --without-gossip --without-mingle"
        ),
        (
            "-A app worker -f /l/%n%I.log --pidfile=/p/%n.pid --prefetch-multiplier 1 -B",
            "run --app=app --logfile=/l/%n%I.log --pidfile=/p/%n.pid --prefetch-multiplier=1 --beat"
        ),
        ("-A app worker --unheard-of -c", "run --app=app --unheard-of --concurrency"),
        ("run -c 4", "run -c 4"), ("process card.png --tuned worker", "process card.png --tuned worker"),
        ("config explain --json", "config explain --json"), ("--help", "--help"), ("--version", "--version"),
        ("", ""),
    ])
    func translates(given: String, wanted: String) {
        let words = { (text: String) in text.split(separator: " ").map(String.init) }
        #expect(CelerySpelling.arguments(words(given)) == words(wanted))
    }

    @Test(arguments: ["beat", "purge", "uid", "workdir", "exclude-queues"])
    func whatWouldBeMissedIsRefused(name: String) throws {
        let sentence = try #require(SettingsFixture.refusal([name: "true"]))
        #expect(sentence.hasPrefix("--\(name) is not supported by this worker; "))
    }
}
