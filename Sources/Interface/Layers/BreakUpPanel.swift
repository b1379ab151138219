import Canvas
import Pipeline

/// Breaking up with a lead in three steps (method, section 5).
///
/// How far it has come is derived from the lead, so that it can be left at any point and picked up again where it was;
/// of its own the panel has only what is not recorded yet, and what is looked at.
struct BreakUpPanel: Sendable {
    let lead: LeadID
    /// The answer to each criterion, by name.
    var answers: [String: String]
    /// Which criterion the next answer is for: 0 to their number - 1.
    var criterion = 0
    /// The stage that the user went to; nil for where the lead stands.
    var visited: Stage?
    /// Which of the three messages is shown, from 0; nil for the first that is left to send.
    var message: Int?
    /// The channel that the user chose for the third message.
    var third: Channel?
    /// Lines scrolled past.
    var top = 0

    /// What the panel shows: the first step has two sides.
    enum Stage: Int, Comparable, Sendable {
        /// The criteria are answered.
        case criteria
        /// What the tier asks for, when that is no goodbye.
        case tier
        case work
        case goodbye

        static func < (a: Stage, b: Stage) -> Bool { a.rawValue < b.rawValue }

        /// 1 to 3.
        var step: Int { self == .criteria ? 1 : rawValue }
    }

    init(_ lead: Lead, _ criteria: [Criterion]) {
        self.lead = lead.id
        answers = lead.answers(to: criteria)
        criterion = criteria.firstIndex { answers[$0.name] == nil } ?? 0
    }
}

extension Lead {
    /// The answers of the last assessment that can still be given.
    func answers(to criteria: [Criterion]) -> [String: String] {
        guard let answers = assessment?.answers else { return [:] }
        let open = Set(criteria.unanswered(answers).map(\.name))
        return answers.filter { answer in
            !open.contains(answer.key) && criteria.contains { $0.name == answer.key }
        }
    }

    /// What was sent of the goodbye, and when: the latest for each channel.
    func goodbyeTimes(_ history: [Entry], _ now: Now) -> [Channel: Moment] {
        guard let goodbye else { return [:] }
        var times: [Channel: Moment] = [:]
        for entry in history where now.day(of: entry.at) == goodbye.day {
            guard case .attempt(let attempt) = entry.act, attempt.purpose == .goodbye, times[attempt.channel] == nil
            else { continue }
            times[attempt.channel] = entry.at
        }
        return times
    }
}

extension BreakUp {
    /// The stage in which the lead stands. Before the goodbye is begun the work is looked at once more.
    var stage: BreakUpPanel.Stage {
        switch verdict {
        case .assess: .criteria
        case .invest, .moveOn: .tier
        case .reconsider, .sayGoodbye: .work
        case .finishToday, .lapsed, .awaiting, .unanswered: .goodbye
        }
    }
}

extension Session {
    mutating func openBreakUp() -> [Effect] {
        guard let lead = selected else { return [] }
        layers.append(.breakUp(BreakUpPanel(lead, pipeline.rules.settings.criteria)))
        return []
    }

    /// How far a lead has come: while answers are not recorded, or were given under other criteria, it is not assessed.
    func reached(_ panel: BreakUpPanel, _ lead: Lead, _ breakUp: BreakUp) -> BreakUpPanel.Stage {
        if breakUp.stage == .goodbye { return .goodbye }
        let isRecorded = lead.assessment.map { !$0.isOutdated && $0.answers == panel.answers } ?? false
        return isRecorded ? breakUp.stage : .criteria
    }

    mutating func update(_ panel: BreakUpPanel, _ input: Input) -> [Effect] {
        switch input {
        case .mouse(let mouse): return update(panel, mouse)
        case .paste: refuse("Pasted text has no place here.")
        case .key(.escape), .key(.character("q")): return leaveBreakUp(panel)
        case .key(let key):
            let options = breakUpOptions(panel)
            if let option = (options.inside + options.below).first(where: { $0.key == key }) {
                return option.pick(&self)
            }
            if !move(panel, key) {
                refuse("\(key.name) does nothing here; Esc leaves, and \(breakUpKey) goes on later.")
            }
        }
        return []
    }

    /// The key that picks the panel up again.
    var breakUpKey: String { keymap.name(of: "break-up") }

    private mutating func update(_ panel: BreakUpPanel, _ mouse: Mouse) -> [Effect] {
        switch mouse.kind {
        case .wheelUp: scroll(panel, by: -3)
        case .wheelDown: scroll(panel, by: 3)
        case .press:
            if let option = BreakUpLayout(self, panel).option(at: mouse.at) { return option.pick(&self) }
        case .secondaryPress: break
        }
        return []
    }

    /// Changes the panel, which is the topmost layer.
    mutating func changeBreakUp(_ change: (inout BreakUpPanel) -> Void) {
        guard case .breakUp(var panel) = layers.last else { return }
        change(&panel)
        layers[layers.count - 1] = .breakUp(panel)
    }

    /// Moves about in the panel; false for a key that does not.
    private mutating func move(_ panel: BreakUpPanel, _ key: Key) -> Bool {
        let page = max(1, BreakUpLayout(self, panel).body.height - 1)
        switch key {
        case .down, .character("j"): step(panel, by: 1)
        case .up, .character("k"): step(panel, by: -1)
        case .pageDown, .control("d"): scroll(panel, by: page)
        case .pageUp, .control("u"): scroll(panel, by: -page)
        case .right, .tab, .character("l"): visit(panel, after: 1)
        case .left, .backTab, .character("h"): visit(panel, after: -1)
        default: return false
        }
        return true
    }

    /// To the next criterion or message; where there is none, a line further.
    private mutating func step(_ panel: BreakUpPanel, by offset: Int) {
        switch stage(of: panel) {
        case .criteria:
            let last = pipeline.rules.settings.criteria.count - 1
            changeBreakUp { $0.criterion = max(0, min(panel.criterion + offset, last)) }
        case .goodbye where pipeline[panel.lead]?.breakUp(now, pipeline.rules)?.verdict == .finishToday:
            let shown = goodbyeMessages(panel).firstIndex { $0.isShown } ?? 0
            changeBreakUp {
                $0.message = max(0, min(shown + offset, 2))
                $0.top = 0
            }
        case .tier, .work, .goodbye, nil: scroll(panel, by: offset)
        }
    }

    private mutating func scroll(_ panel: BreakUpPanel, by lines: Int) {
        let layout = BreakUpLayout(self, panel)
        let last = max(0, layout.view.body.lines.count - layout.body.height)
        changeBreakUp { $0.top = max(0, min(layout.top + lines, last)) }
    }

    /// To another step, no further than the lead has come.
    private mutating func visit(_ panel: BreakUpPanel, after offset: Int) {
        guard let lead = pipeline[panel.lead], let breakUp = lead.breakUp(now, pipeline.rules),
            let shown = stage(of: panel)
        else { return }
        let reached = reached(panel, lead, breakUp)
        // The other side of the first step is for those whose way ends there.
        let stages: [BreakUpPanel.Stage] = [.criteria, reached == .tier ? .tier : .work, .goodbye].filter {
            $0 <= reached
        }
        let place = (stages.firstIndex(of: shown) ?? 0) + offset
        guard stages.indices.contains(place) else {
            if offset > 0 { refuse("The next step comes when this one is done.") }
            return
        }
        changeBreakUp {
            $0.visited = stages[place] == reached ? nil : stages[place]
            $0.top = 0
        }
    }

    /// What the panel shows; nil for a lead that is not on the list any more.
    func stage(of panel: BreakUpPanel) -> BreakUpPanel.Stage? {
        guard let lead = pipeline[panel.lead], let breakUp = lead.breakUp(now, pipeline.rules) else { return nil }
        let reached = reached(panel, lead, breakUp)
        return panel.visited.map { min($0, reached) } ?? reached
    }

    /// Leaves the panel. Answers that were given are recorded, so that they are there when it is picked up again.
    private mutating func leaveBreakUp(_ panel: BreakUpPanel) -> [Effect] {
        layers.removeLast()
        comeBack(to: panel.lead)
        let criteria = pipeline.rules.settings.criteria
        guard let lead = pipeline[panel.lead], stage(of: panel) == .criteria, !panel.answers.isEmpty,
            panel.answers != lead.answers(to: criteria)
        else { return [] }
        let open = criteria.unanswered(panel.answers).count
        if open > 0, lead.assessment?.score != nil {
            refuse("Not all is answered, so the assessment of before still counts.")
            return []
        }
        let said =
            open > 0 ? "\(criteria.count - open) of \(criteria.count) answered; \(breakUpKey) goes on" : "assessed"
        return record([assessment(panel, lead)], said: "Saved: \(said) · \(lead.title)")
    }

    /// Puts the cursor on the lead of a panel that was left with its goodbye begun, wherever it is listed by now, so that
    /// the same key picks it up again.
    private mutating func comeBack(to id: LeadID) {
        guard let lead = pipeline[id], let breakUp = lead.breakUp(now, pipeline.rules), breakUp.verdict == .finishToday
        else { return }
        if calls == nil {
            if lists.row(of: id, tab, in: pipeline) == nil, lists.row(of: id, .today, in: pipeline) != nil {
                _ = open(.today)
            }
            select(id)
        }
        if selected?.id == id {
            say("The goodbye to \(lead.title) is not finished; \(breakUpKey) goes on with it today.")
        }
    }

    /// The answers as an act.
    func assessment(_ panel: BreakUpPanel, _ lead: Lead) -> Draft {
        Draft(.assess(panel.answers, criteria: nil, score: nil), lead: lead.id, at: now.moment)
    }
}
