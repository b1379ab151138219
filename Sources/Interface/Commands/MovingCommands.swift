import Canvas
import Pipeline

extension Command {
    /// Moving about in the list, the card and the tabs.
    static let moving: [Command] = movingAbout + openingTabs

    private static let movingAbout: [Command] = [
        Command(
            "down", "down", "to the next lead, or scroll the card or the page down", keys: ["j", "Down"], group: .move
        ) {
            $0.scrollOrMove(1)
            return []
        },
        Command("up", "up", "to the lead before, or scroll the card or the page up", keys: ["k", "Up"], group: .move) {
            $0.scrollOrMove(-1)
            return []
        },
        Command("page-down", "page down", "a screen further", keys: ["C-d", "PgDn"], group: .move) {
            $0.scrollOrMove($0.pageLength)
            return []
        },
        Command("page-up", "page up", "a screen back", keys: ["C-u", "PgUp"], group: .move) {
            $0.scrollOrMove(-$0.pageLength)
            return []
        },
        Command("top", "to the top", "to the first lead", keys: ["g", "Home"], group: .move) {
            $0.scrollOrMove(-.max / 2)
            return []
        },
        Command("bottom", "to the bottom", "to the last lead", keys: ["G", "End"], group: .move) {
            $0.scrollOrMove(.max / 2)
            return []
        },
        Command(
            "card", "open card", "to the lead's card: history and details; in call mode, on after a call",
            keys: ["Enter", "l", "Right"], group: .move,
            hint: 80,
            unavailable: {
                if $0.calls != nil { return nil }
                return $0.focus == .card
                    ? "The card is open; \($0.keymap.name(of: "back")) goes back to the list." : needsLead($0)
            }
        ) {
            if $0.calls == nil { $0.focus = .card } else { $0.goOn() }
            return []
        },
        Command(
            "back", "back", "from the card to the list; clears the marks, then the filter", keys: ["Esc", "h", "Left"],
            group: .move
        ) {
            $0.goBack()
            return []
        },
        Command(
            "next-lead", "next lead", "the next lead, from inside the card too", keys: ["]"], group: .move,
            unavailable: needsLead
        ) {
            if $0.calls == nil { $0.move(by: 1) } else { $0.nextCall() }
            return []
        },
        Command(
            "previous-lead", "lead before", "the lead before, from inside the card too", keys: ["["], group: .move,
            unavailable: { $0.calls == nil ? needsLead($0) : nil }
        ) {
            if $0.calls == nil { $0.move(by: -1) } else { $0.previousCall() }
            return []
        },
        Command(
            "next-tab", "next tab", "to the next tab", keys: ["Tab"], group: .move, unavailable: needsNoCalls
        ) { $0.openTab(after: 1) },
        Command(
            "previous-tab", "tab before", "to the tab before", keys: ["S-Tab"], group: .move, unavailable: needsNoCalls
        ) { $0.openTab(after: -1) },
    ]

    private static let openingTabs = Session.Tab.allCases.map { tab in
        Command(tab.id, tab.title, tab.help, keys: ["\(tab.rawValue)"], group: .move, unavailable: needsNoCalls) {
            $0.open(tab)
        }
    }
}

extension Session {
    /// Lines of a page, less one to keep one's place by.
    fileprivate var pageLength: Int {
        let layout = Layout(self)
        if let page = layout.page { return max(1, page.height - 1) }
        return max(1, (focus == .card ? layout.cardLines : layout.listLines) - 1)
    }

    fileprivate mutating func scrollOrMove(_ lines: Int) {
        if Layout(self).page != nil { return scrollPage(by: lines) }
        guard focus == .card else { return move(by: lines) }
        scrollCard(by: lines)
    }

    fileprivate mutating func goBack() {
        if calls != nil {
            endCalls()
        } else if focus == .card {
            focus = .list
        } else if marks.anchor != nil || !marks.leads.isEmpty {
            // The range first: it may have been begun in error, after much was marked.
            marks = marks.anchor == nil ? Marks() : Marks(leads: marks.leads)
        } else if !lists.filter.isEmpty {
            _ = setFilter("")
        }
    }

    mutating func open(_ tab: Tab) -> [Effect] {
        self.tab = tab
        focus = .list
        card.top = 0
        pageTop = 0
        if tab == .numbers { count() }
        settleSelection(in: tab)
        keepSelectionVisible()
        return []
    }

    fileprivate mutating func openTab(after offset: Int) -> [Effect] {
        let tabs = Tab.allCases
        let place = tabs.firstIndex(of: tab) ?? 0
        return open(tabs[(place + offset + tabs.count) % tabs.count])
    }

    /// Scrolls what is under the pointer, for the wheel.
    mutating func scroll(_ lines: Int, at point: Point) {
        let layout = Layout(self)
        if layout.page != nil {
            scrollPage(by: lines)
        } else if let card = layout.card, card.contains(point) {
            scrollCard(by: lines)
        } else {
            move(by: lines)
        }
    }
}
