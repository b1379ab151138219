import Canvas
import Pipeline

/// A row of a list: who it is, why it is there, and what else there is room for.
extension Session {
    /// The columns of a row that has room for more than who and why, the first of them the last in the row.
    fileprivate enum Fact {
        /// The local time where they are.
        case there
        /// The attempts of this round, of those that are enough.
        case work
        /// The tier and the score.
        case tier

        var title: String {
            switch self {
            case .there: "there"
            case .work: "work"
            case .tier: "tier"
            }
        }

        var width: Int {
            switch self {
            case .there: 5
            case .work: 5
            case .tier: 9
            }
        }
    }

    /// Where the parts of every row of a list stand.
    struct RowColumns {
        fileprivate let name: Rect
        /// Nil where the reason needs the room; then the company stands behind it if it fits.
        fileprivate let company: Rect?
        /// The key that settles it, when it was last tried, or the sign of a channel.
        fileprivate let last: Rect?
        fileprivate let facts: [(fact: Fact, rect: Rect)]
        fileprivate let rest: Rect

        /// - Parameter rect: what is within the borders of the list.
        init(_ rect: Rect, _ tab: Tab, isWide: Bool) {
            var columns = Columns(rect.inset(horizontally: 2, vertically: 0))
            name = columns.take(share: 25, least: 18, most: 23)
            let hasCompany = tab == .leads ? !isWide || rect.width >= 66 : rect.width >= 90
            company = hasCompany ? columns.take(share: 28, least: 12, most: 24) : nil
            switch tab {
            case .today: last = columns.takeRight(2)
            case .decide: last = columns.takeRight(10)
            case .leads: last = hasCompany ? columns.takeRight(14) : nil
            case .parked, .letGo, .numbers: last = nil
            }
            let fitting: [Fact] = tab == .today ? [.there, .work] : tab == .leads ? [.work, .tier] : []
            facts = (rect.width < 110 ? [] : fitting).map { fact in
                defer { _ = columns.takeRight(1) }
                return (fact, columns.takeRight(fact.width))
            }
            rest = columns.rest
        }
    }

    /// Writes what the columns of facts are on the border above them.
    func drawFactTitles(_ frame: inout Frame, _ columns: RowColumns, y: Int) {
        for (fact, rect) in columns.facts where lists.count(tab) > 0 {
            let title = " \(fact.title) "
            frame.write(title, x: rect.maxX + 1 - text.width(title), y: y, role: .dim)
        }
    }

    func drawRow(_ frame: inout Frame, _ rect: Rect, _ index: Int, _ columns: RowColumns) {
        let id = lists.lead(tab, at: index)
        guard let found = pipeline.place(of: id) else { return }
        let isSelected = id == lists[tab].selected
        if isSelected {
            frame.fill(rect, on: .selection)
            frame.write("▌", x: rect.x, y: rect.y, role: .focus)
        }
        let isMarked = marks.leads.contains(id) || markedRows.map { $0.contains(index) } ?? false
        if isMarked { frame.write("✓", x: rect.x + 1, y: rect.y, role: .mark) }
        drawLead(&frame, pipeline.leads[found], columns, y: rect.y)
    }

    private func drawLead(_ frame: inout Frame, _ lead: Lead, _ columns: RowColumns, y: Int) {
        let tried = tab == .today ? triedToday(lead) : nil
        let isQuiet = lead.doNotContact != nil || tried != nil
        let title = lead.title
        frame.write(title, x: columns.name.x, y: y, width: columns.name.width, role: isQuiet ? .dim : .text)
        let company = title == lead.fields.company ? "" : lead.fields.company ?? ""
        if let place = columns.company {
            frame.write(company, x: place.x, y: y, width: place.width, role: .dim)
        }
        let verdict = tab == .today || tab == .decide ? lead.verdict(now, pipeline.rules) : nil
        let channel = verdict?.section.isForCalls ?? false ? lead.suggestedChannel(now) : nil
        if let last = columns.last { drawLast(&frame, lead, verdict, channel, last, y: y) }
        for (fact, place) in columns.facts { drawFact(&frame, lead, fact, place, y: y) }
        let (why, role) = whyListed(lead, verdict, channel)
        let place = columns.rest
        var x = place.x
        if let tried {
            x = frame.write("tried \(clock(tried)) · ", x: x, y: y, width: place.width, role: .dim)
        }
        let end = frame.write(why, x: x, y: y, width: max(0, place.maxX - x), role: role)
        if columns.company == nil, !company.isEmpty {
            let width = text.width(company)
            if end + 2 + width <= place.maxX { frame.write(company, x: place.maxX - width, y: y, role: .dim) }
        }
    }

    /// The minute of the day of the latest attempt, when it was today and they have not answered since: a call that was
    /// made must not look like one that is still to be made.
    private func triedToday(_ lead: Lead) -> Int? {
        guard let tried = lead.lastOutbound, now.day(of: tried) == now.today,
            lead.lastAttempt.map({ $0.seconds <= tried.seconds }) ?? true
        else { return nil }
        return now.zone.moment(seconds: tried.seconds).writtenMinute
    }

    private func drawFact(_ frame: inout Frame, _ lead: Lead, _ fact: Fact, _ rect: Rect, y: Int) {
        let words: String =
            switch fact {
            case .there: lead.timeThere(now, pipeline.rules).map { clock($0.writtenMinute) } ?? ""
            case .work: "\(lead.round.attempts)/\(pipeline.rules.settings.numbers.enoughAttempts)"
            case .tier:
                lead.assessment?.score.map {
                    "\(pipeline.rules.settings.numbers.tier($0).rawValue) \(text.pad("\($0)", to: 2, align: .right))"
                } ?? ""
            }
        frame.write(text.pad(words, to: rect.width, align: .right), x: rect.x, y: y, role: .dim)
    }

    /// What stands at the end of a row.
    private func drawLast(
        _ frame: inout Frame, _ lead: Lead, _ verdict: Verdict?, _ channel: Channel?, _ rect: Rect, y: Int
    ) {
        switch tab {
        case .today:
            if let channel { frame.write(Wording.symbol(channel), x: rect.x + 1, y: y, role: .accent) }
        case .decide:
            guard case .decide(let cause) = verdict?.reason else { return }
            let command = Command.settling(cause)
            let x = frame.write(keymap.name(of: command.id), x: rect.x, y: y, role: .key)
            frame.write(command.title, x: x + 1, y: y, width: rect.maxX - x - 1, role: .dim)
        case .leads:
            let words = lead.lastAttempt.map { now.ago($0) } ?? "never tried"
            frame.write(words, x: rect.x, y: y, width: rect.width, role: .dim)
        case .parked, .letGo, .numbers: break
        }
    }

    /// Why a lead is in the list that is open, in the few words that a row has room for.
    private func whyListed(_ lead: Lead, _ verdict: Verdict?, _ channel: Channel?) -> (words: String, role: Role) {
        switch tab {
        case .today:
            guard let verdict else { return ("", .text) }
            let reason = Wording.row(verdict.reason, lead, now)
            if let opens = channel.flatMap({ lead.opens(by: $0, now, pipeline.rules) }) {
                // Too early or too late where they are: dimmed, and it says when that ends.
                return ("opens \(Wording.opening(opens, now)) · \(reason)", .dim)
            }
            return (reason, verdict.section == .promised ? .promise : .text)
        case .decide:
            return (verdict.map { Wording.row($0.reason, lead, now) } ?? "", .text)
        case .parked:
            guard case .parked(let until, let why) = lead.place(now) else { return ("", .text) }
            let isDue = until <= now.today
            let words = "\(isDue ? "due since" : "until") \(Wording.date(until, now))"
            return (words + (why.map { " · \($0)" } ?? ""), isDue ? .warn : .text)
        case .letGo:
            guard case .letGo(let why, let manner) = lead.place(now) else { return ("", .text) }
            let day = lead.departures.last.map { Wording.date(now.day(of: $0), now) }
            let isBarred = lead.doNotContact != nil
            let words = [day, isBarred ? "do not contact" : why, manner == .quiet ? nil : manner.rawValue]
            return (words.compactMap(\.self).joined(separator: " · "), isBarred ? .bad : .text)
        case .leads: return standingWords(lead)
        case .numbers: return ("", .text)
        }
    }

    /// Where somebody on file stands, in the few words that a row has room for.
    private func standingWords(_ lead: Lead) -> (String, Role) {
        if lead.doNotContact != nil { return ("do not contact", .bad) }
        let place = lead.place(now)
        if place != .onTheList { return (place.name, .dim) }
        guard let next = lead.next else {
            return (lead.standing.rawValue, lead.standing == .suspect ? .text : .good)
        }
        // Most leads are suspects: the room is for what sets this one apart.
        let standing = lead.standing == .suspect ? "" : "\(lead.standing.rawValue) · "
        return ("\(standing)due \(Wording.due(next.due, now))", now.isDue(next.due) ? .warn : .text)
    }
}

/// Cuts a row into columns with a blank between them.
struct Columns {
    private(set) var rest: Rect
    private let whole: Int

    init(_ row: Rect) {
        rest = row
        whole = row.width
    }

    /// A column at the left: `share` of a hundred of the whole row, from `least` to `most` cells.
    mutating func take(share: Int, least: Int, most: Int) -> Rect {
        let (column, after) = rest.columns(left: min(most, max(least, whole * share / 100)))
        rest = after
        return column.columns(right: 1).0
    }

    /// A column of `width` cells at the right.
    mutating func takeRight(_ width: Int) -> Rect {
        let (before, column) = rest.columns(right: width)
        rest = before.columns(right: 1).0
        return column
    }
}
