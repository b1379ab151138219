import Canvas
import Pipeline

/// What the break-up panel says.
struct BreakUpView {
    /// Stays in place above what scrolls.
    var head: Page
    var body: Page
    /// The verdict in a sentence, and what can be done.
    var foot: Page
    /// The lines of the body that must be seen, if any.
    var shown: Range<Int>?
}

extension Session {
    func breakUpView(_ panel: BreakUpPanel, _ options: BreakUpOptions, _ size: Size) -> BreakUpView {
        let page = Page(width: size.width, text: text)
        var view = BreakUpView(head: page, body: page, foot: page)
        guard let lead = pipeline[panel.lead] else { return view }
        let breakUp = lead.breakUp(now, pipeline.rules)
        switch stage(of: panel) {
        case .criteria: addCriteria(&view, panel, lead, options, size)
        case .tier: addTier(&view, lead)
        case .work: addWork(&view, lead, breakUp?.verdict, options, isTall: size.height >= 22)
        case .goodbye: addGoodbye(&view, panel, lead, breakUp?.verdict, options, isTall: size.height >= 14)
        case nil:
            view.foot.flow("\(lead.title) is not on the list any more: \(lead.place(now).name).", .warn)
        }
        var keys = options.below.map { [Line.Span($0.key.name, .key), Line.Span(" \($0.title)")] }
        keys.append([Line.Span("Esc"), Line.Span(" later", .dim)])
        view.foot.flow(items: keys, gap: 3)
        return view
    }

    // MARK: - Step 1

    private func addCriteria(
        _ view: inout BreakUpView, _ panel: BreakUpPanel, _ lead: Lead, _ options: BreakUpOptions, _ size: Size
    ) {
        let settings = pipeline.rules.settings
        if let assessment = lead.assessment {
            let ago = now.ago(assessment.at)
            if assessment.isOutdated {
                view.head.flow("Answered \(ago) under other criteria than today’s: look at each again.", .warn)
            } else {
                view.head.flow("As answered \(ago); a digit changes an answer.", .dim)
            }
        }
        // With room for all answers none of them comes and goes.
        let isRoomy = settings.criteria.count * 2 + 4 <= size.height
        for (place, criterion) in settings.criteria.enumerated() {
            let isCurrent = place == panel.criterion
            let start = view.body.lines.count
            let answer = panel.answers[criterion.name]
            addCriterion(&view.body, criterion, answer, isCurrent: isCurrent)
            if isCurrent {
                let items = options.inside.map { option in
                    let isChosen = option.title == answer
                    return [
                        Line.Span(option.key.name, .key), Line.Span(" \(option.title)", isChosen ? .accent : .text),
                    ]
                }
                view.body.flow(items: items, gap: 3, indent: 4)
                view.shown = start..<view.body.lines.count
            } else if isRoomy {
                let items = zip("12345", criterion.answers).map { key, other in
                    [Line.Span("\(key) \(other.name)", .dim)]
                }
                view.body.flow(items: items, gap: 3, indent: 4)
            }
        }
        addScore(&view.foot, settings.criteria.score(panel.answers), panel)
    }

    private func addCriterion(_ page: inout Page, _ criterion: Criterion, _ answer: String?, isCurrent: Bool) {
        let mark = Line.Span(isCurrent ? "▌ " : "  ", .focus)
        let question = Line.Span(criterion.question, isCurrent ? .title : .text)
        let reply = Line.Span(answer ?? "open", answer == nil ? .dim : .accent)
        let questions = pipeline.rules.settings.criteria.map { text.width($0.question) }.max() ?? 0
        let column = min(questions + 4, page.width * 2 / 3)
        let gap = column - text.width(mark.text + question.text)
        if gap >= 2, column + text.width(reply.text) <= page.width {
            page.add(Line(spans: [mark, question, Line.Span(String(repeating: " ", count: gap)), reply]))
        } else {
            page.flow([question, Line.Span(" · ", .dim), reply], indent: 2, label: mark)
        }
    }

    private func addScore(_ page: inout Page, _ score: Int?, _ panel: BreakUpPanel) {
        let settings = pipeline.rules.settings
        guard let score else {
            let open = settings.criteria.unanswered(panel.answers).count
            let done = settings.criteria.count - open
            page.flow(
                Blocks.gauge(done, of: settings.criteria.count, width: 20, least: 1) + [
                    Line.Span(" \(done) of \(settings.criteria.count) answered; the score comes with the last")
                ])
            return
        }
        let tier = settings.numbers.tier(score)
        let role: Role = tier == .top ? .good : tier == .maybe ? .warn : .bad
        let words =
            switch tier {
            case .top: "worth more work, on purpose"
            case .maybe: "look at the work next"
            case .bottom: "move on; no goodbye is needed"
            }
        page.flow(
            Blocks.gauge(score, of: 100, width: 20, least: 1) + [
                Line.Span(" \(score) of 100  "), Line.Span(tier.rawValue, role), Line.Span(": \(words)"),
            ])
    }

    private func addTier(_ view: inout BreakUpView, _ lead: Lead) {
        let settings = pipeline.rules.settings
        for criterion in settings.criteria {
            addCriterion(&view.body, criterion, lead.assessment?.answers[criterion.name], isCurrent: false)
        }
        guard let score = lead.assessment?.score else { return }
        switch settings.numbers.tier(score) {
        case .top:
            let next = lead.suggestedChannel(now).map { " The next channel to try: \($0.title)." } ?? ""
            view.foot.flow(
                [
                    Line.Span("Top tier, \(score) of 100. ", .good),
                    Line.Span("Do not break up: invest more, as a deliberate decision that the history keeps.\(next)"),
                ])
        case .bottom:
            view.foot.flow(
                [
                    Line.Span("Bottom tier, \(score) of 100. ", .bad),
                    Line.Span("Move on: park the lead, or let it go. No goodbye is needed."),
                ])
        case .maybe: view.foot.flow("Maybe, \(score) of 100.")
        }
    }

    // MARK: - Step 2

    private func addWork(
        _ view: inout BreakUpView, _ lead: Lead, _ verdict: BreakUp.Verdict?, _ options: BreakUpOptions, isTall: Bool
    ) {
        let numbers = pipeline.rules.settings.numbers
        let round = lead.round
        let indent = 17
        let wide = view.body.width >= 72 ? 20 : 10
        func label(_ text: String) -> Line.Span { Line.Span(text, .dim) }
        let missing = max(0, numbers.enoughAttempts - round.attempts)
        view.body.flow(
            Blocks.gauge(round.attempts, of: numbers.enoughAttempts, width: wide, least: 1) + [
                Line.Span(" \(round.attempts) of \(numbers.enoughAttempts) this round, "),
                missing == 0 ? Line.Span("enough", .good) : Line.Span("\(missing) short", .warn),
            ], indent: indent, label: label("Attempts"))
        addChannels(&view.body, round, numbers, indent: indent, isTall: isTall)
        view.body.flow(
            Blocks.gauge(round.conveyedValue, of: round.attempts, width: 10, least: 1) + [
                Line.Span(" \(round.conveyedValue) of \(round.attempts)  "), Line.Span(valueWords(round), .dim),
            ], indent: indent, label: label("Conveyed value"))
        let talks = round.conversations
        let last = lead.lastConversation.map { "; the last: \($0.title)" } ?? ""
        view.body.flow(
            [
                Line.Span(
                    talks == 0
                        ? "nobody was ever spoken with this round"
                        : "\(plural(talks, "conversation")) this round\(last)")
            ], indent: indent, label: label("They said"))
        if verdict == .reconsider || verdict == .sayGoodbye {
            addPlan(&view.body, lead, options, indent: indent)
        }
        addWorkVerdict(&view.foot, lead, verdict, numbers)
    }

    private func addChannels(_ page: inout Page, _ round: Round, _ numbers: MethodNumbers, indent: Int, isTall: Bool) {
        let tried = round.channels.sorted { round.attempts(by: $0) > round.attempts(by: $1) }
        let most = tried.first.map(round.attempts(by:)) ?? 0
        let isEnough = tried.count >= numbers.enoughChannels
        let count = [
            Line.Span("\(tried.count) of \(Channel.allCases.count), "),
            isEnough ? Line.Span("enough", .good) : Line.Span("\(numbers.enoughChannels - tried.count) short", .warn),
        ]
        page.flow(count, indent: indent, label: Line.Span("Channels tried", .dim))
        if isTall {
            for channel in tried {
                let times = round.attempts(by: channel)
                page.add(
                    Line(
                        spans: [
                            Line.Span(String(repeating: " ", count: indent)),
                            Line.Span(Wording.symbol(channel), .accent),
                            Line.Span(text.pad(" \(channel.title)", to: 28)),
                        ] + Blocks.gauge(times, of: max(1, most), width: 20, least: 1).prefix(1) + [
                            Line.Span(" \(times)")
                        ]))
            }
        } else if !tried.isEmpty {
            page.flow(
                items: tried.map {
                    [
                        Line.Span(Wording.symbol($0), .accent),
                        Line.Span(" \($0.title) \(round.attempts(by: $0))"),
                    ]
                }, gap: 3, indent: indent)
        }
        let never = Channel.allCases.filter { round.attempts(by: $0) == 0 }
        guard !never.isEmpty else { return }
        page.flow(
            items: never.enumerated().map { place, channel in
                [Line.Span(channel.title + (place < never.count - 1 ? " ·" : ""))]
            }, gap: 1, indent: indent, label: Line.Span("Never tried", .dim))
    }

    private func valueWords(_ round: Round) -> String {
        let (value, all) = (round.conveyedValue, round.attempts)
        if value == 0 { return "none of them gave a reason to answer" }
        if value * 3 < all { return "few of them gave a reason to answer" }
        return value * 3 < all * 2 ? "some of them gave a reason to answer" : "most of them gave a reason to answer"
    }

    private func addPlan(_ page: inout Page, _ lead: Lead, _ options: BreakUpOptions, indent: Int) {
        let plan = plan(for: lead)
        page.add(.empty)
        if plan.isEmpty {
            page.flow("Every channel that there is something to use with was tried.", .dim)
        } else {
            page.flow("A plan over the untried channels; a digit makes one the next step:", .dim)
        }
        for (option, step) in zip(options.inside, plan) {
            page.add(
                Line(
                    spans: [
                        Line.Span("  "), Line.Span(option.key.name, .key),
                        Line.Span(" " + text.pad("\(Wording.symbol(step.channel)) \(step.channel.title)", to: 30)),
                        Line.Span(now.name(of: step.day), .dim),
                    ]))
        }
    }

    private func addWorkVerdict(
        _ page: inout Page, _ lead: Lead, _ verdict: BreakUp.Verdict?, _ numbers: MethodNumbers
    ) {
        switch verdict {
        case .reconsider:
            let (attempts, channels) = (lead.round.attempts, lead.round.channels.count)
            page.flow(
                [
                    Line.Span("Reconsider: ", .warn),
                    Line.Span(
                        "\(attempts) of \(numbers.enoughAttempts) attempts, \(channels) of \(numbers.enoughChannels) "
                            + "channels. A goodbye only works after real work."),
                ])
        case .sayGoodbye:
            page.flow([
                Line.Span("You have done the work. ", .good),
                Line.Span("Say goodbye: three messages, all of them today."),
            ])
        default: addEarly(&page, lead)
        }
    }

    /// Says so when the goodbye was begun before the work was done.
    func addEarly(_ page: inout Page, _ lead: Lead) {
        guard lead.saidGoodbyeEarly else { return }
        let reason = lead.goodbye?.override.map { ", because: “\($0)”" } ?? ""
        page.flow("Said before the work was done, so it may not work\(reason)", .warn)
    }
}
