/// The rounds of successive halving: how many documents every setting in the race has read at the end of each, and how
/// many settings beside the contenders go on from there.
package struct RaceSchedule: Sendable, Equatable {
    /// One round.
    package struct Rung: Sendable, Equatable {
        /// Documents read by its end, those of earlier rounds included.
        package var documents: Int
        /// Settings that go on, contenders (defaults and incumbent) not counted.
        package var keep: Int

        /// Creates a rung.
        package init(documents: Int, keep: Int) {
            self.documents = documents
            self.keep = keep
        }
    }

    /// The rounds, first to last.
    package var rungs: [Rung]

    /// Every setting reads everything.
    package static func grid(documents: Int, settings: Int) -> RaceSchedule {
        RaceSchedule(rungs: [Rung(documents: documents, keep: settings)])
    }

    /// Rounds that double the documents and divide the settings, until all documents are read. At least two settings
    /// race to the end, as long as there are two.
    package static func halving(first: Int, divisor: Int, documents: Int, settings: Int) -> RaceSchedule {
        var rungs: [Rung] = []
        var (read, racing) = (min(first, documents), settings)
        while true {
            racing = max(min(2, racing), (racing + divisor - 1) / divisor)
            rungs.append(Rung(documents: read, keep: racing))
            if read == documents { return RaceSchedule(rungs: rungs) }
            read = min(documents, read * 2)
        }
    }

    /// Readings that remain when every setting has read `already` documents.
    package func readings(settings: Int, contenders: Int, already: Int) -> Int {
        var (racing, read, sum) = (settings, already, 0)
        for rung in rungs {
            sum += (racing + contenders) * max(0, rung.documents - read)
            (racing, read) = (rung.keep, max(read, rung.documents))
        }
        return sum
    }

    /// The gentlest schedule that fits a number of readings: two blocks before anyone is dropped rather than one,
    /// halves rather than thirds and quarters. When none fits, the sharpest, cut to the rounds that do.
    package static func fitting(
        readings allowed: Int, block: Int, documents: Int, settings: Int, contenders: Int
    ) -> RaceSchedule {
        let schedules = [(2 * block, 2), (block, 2), (block, 3), (block, 4)].map { first, divisor in
            halving(first: first, divisor: divisor, documents: documents, settings: settings)
        }
        let need = { (schedule: RaceSchedule) in
            schedule.readings(settings: settings, contenders: contenders, already: min(block, documents))
        }
        if let fitting = schedules.first(where: { need($0) <= allowed }) { return fitting }
        var sharpest = schedules[schedules.count - 1]
        while sharpest.rungs.count > 1, need(sharpest) > allowed { sharpest.rungs.removeLast() }
        return sharpest
    }
}
