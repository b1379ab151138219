public import Pipeline

/// What a row says of the time before it came in, as history.
public struct ImportedPast: Sendable {
    /// The acts and when they happened, in the order in which they are to be recorded.
    public fileprivate(set) var acts: [(act: Act, at: Moment)] = []
    /// What is kept under its header and nothing more, because it can be read in several ways.
    public fileprivate(set) var unread: [Unread] = []

    /// A cell of which nothing is made.
    public struct Unread: Hashable, Sendable {
        /// The header of its column.
        public let header: String
        /// What it says.
        public let text: String
        /// True for a day that may be two, false for a word from which nothing certain follows.
        public let isDate: Bool
    }
}

/// Makes history of what rows say of the past.
struct PastReader {
    /// How the list writes days such as `03/04/2026`; nil if it does not tell.
    let isDayFirst: Bool?
    let headers: [String]
    /// Where the list comes from.
    let origin: String
    let now: Now

    /// The history of a row: an attempt where it says how and what came of it, else a note of when it was; an order of
    /// who is a customer, a let-go of who was disqualified, and the next step.
    func past(of row: ImportRow) -> ImportedPast {
        var gathering = Gathering()
        guard !row.past.isEmpty else { return gathering.past }
        for cell in row.past where !cell.field.isWord && cell.field != .attempts { takeDay(cell, &gathering) }
        if let time = gathering.emailed { gathering.add(.attempt(Attempt(.email, .sent)), at: time, now) }
        for cell in row.past where cell.field.isWord { takeWord(cell, &gathering) }
        if let time = gathering.ordered { gathering.addOrder(at: time, now) }
        takeNote(row, &gathering)
        gathering.past.acts.sort { $0.at < $1.at }
        if let next = gathering.next, !gathering.isLetGo {
            let header = row.past.first { $0.field == .next }.map { headers[$0.column] }
            gathering.past.acts.append((.next(on: next, why: header.map { "\($0) in \(origin)" }), now.moment))
        }
        return gathering.past
    }

    private struct Gathering {
        var past = ImportedPast()
        var contacted: Moment?
        var called: Moment?
        var emailed: Moment?
        var ordered: Moment?
        var next: DueTime?
        var isLetGo = false
        private var hasOrder = false
        /// The days of which the history tells already.
        var told: Set<Day> = []

        mutating func add(_ act: Act, at time: Moment, _ now: Now) {
            told.insert(now.day(of: time))
            past.acts.append((act, time))
        }

        mutating func addOrder(at time: Moment, _ now: Now) {
            if !hasOrder { past.acts.append((.order(nil, isPity: false), time)) }
            hasOrder = true
        }
    }

    private func takeDay(_ cell: PastCell, _ gathering: inout Gathering) {
        guard let date = WrittenDate(cell.text) else { return }
        guard let due = date.read(isDayFirst: isDayFirst) else {
            gathering.past.unread.append(.init(header: headers[cell.column], text: cell.text, isDate: true))
            return
        }
        if cell.field == .next {
            gathering.next = gathering.next ?? due
            return
        }
        let local = due.local(in: now.zone)
        let time = now.zone.moment(of: local.day, minute: local.minute.map { Int($0) } ?? PastReader.noon)
        // What is yet to come is no history, whatever the column is called; today's noon may be.
        guard time <= now.moment || local.day == now.today && local.minute == nil else { return }
        let past = min(time, now.moment)
        switch cell.field {
        case .called: gathering.called = max(gathering.called ?? past, past)
        case .emailed: gathering.emailed = max(gathering.emailed ?? past, past)
        case .ordered: gathering.ordered = max(gathering.ordered ?? past, past)
        default: gathering.contacted = max(gathering.contacted ?? past, past)
        }
    }

    /// When something happened of which only the day is known.
    private static let noon = 12 * 60

    private func takeWord(_ cell: PastCell, _ gathering: inout Gathering) {
        let why = "\(headers[cell.column]) was \(cell.text) in \(origin)"
        switch PastWord(cell.text) {
        case .attempt(let channel, let outcome):
            if let time = (channel == .email ? gathering.emailed : gathering.called) ?? gathering.contacted,
                !gathering.told.contains(now.day(of: time))
            {
                var attempt = Attempt(channel, outcome, note: why)
                if outcome == .notNow || outcome == .meeting {
                    attempt = Attempt(channel, outcome, note: why, next: gathering.next)
                    gathering.next = nil
                }
                gathering.add(.attempt(attempt), at: time, now)
                if outcome == .notInterested { gathering.isLetGo = true }
                return
            }
        case .customer:
            let time = gathering.ordered ?? gathering.contacted ?? gathering.called ?? now.moment
            return gathering.addOrder(at: time, now)
        case .letGo:
            if !gathering.isLetGo, let time = gathering.contacted ?? gathering.called ?? gathering.emailed {
                gathering.isLetGo = true
                gathering.add(.letGo(why: why, .quiet), at: time, now)
                return
            }
        case .doNotContact:
            gathering.isLetGo = true
            return
        case nil: break
        }
        gathering.past.unread.append(.init(header: headers[cell.column], text: cell.text, isDate: false))
    }

    /// Notes a contact of which the list does not say how it was made, and how many there were.
    private func takeNote(_ row: ImportRow, _ gathering: inout Gathering) {
        var clauses: [String] = []
        var time: Moment?
        for (word, moment) in [("called", gathering.called), ("contacted", gathering.contacted)] {
            guard let moment, !gathering.told.contains(now.day(of: moment)) else { continue }
            gathering.told.insert(now.day(of: moment))
            clauses.append("last \(word) on \(now.day(of: moment))")
            time = max(time ?? moment, moment)
        }
        for cell in row.past where cell.field == .attempts {
            guard let number = Int(cell.text), number > 0 else { continue }
            clauses.append("\(headers[cell.column]): \(number)")
        }
        guard !clauses.isEmpty else { return }
        let latest = [time, gathering.contacted, gathering.called, gathering.emailed].compactMap(\.self).max()
        gathering.past.acts.append((.note("By \(origin): \(clauses.joined(separator: "; "))"), latest ?? now.moment))
    }
}

extension WrittenDate {
    /// The one day that it means; nil if it may be two.
    func read(isDayFirst: Bool?) -> DueTime? {
        switch self {
        case .plain(let due): return due
        case .slashed(let dayFirst, let monthFirst):
            guard let dayFirst, let monthFirst else { return dayFirst ?? monthFirst }
            return isDayFirst.map { $0 ? dayFirst : monthFirst }
        }
    }

    /// True or false if it can only have been written with the day, or the month, first.
    var isDayFirst: Bool? {
        switch self {
        case .slashed(.some, nil): true
        case .slashed(nil, .some): false
        default: nil
        }
    }
}
