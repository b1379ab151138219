import Canvas
import Pipeline

extension Command {
    /// What is learned about whether a lead is worth the work.
    static let qualifying: [Command] = [
        Command(
            "questions", "three questions", "note the answer to a qualifying question: process, budget, decision",
            keys: ["Q"], group: .lead, hint: 11, unavailable: needsOneLead
        ) { $0.askQuestion() },
        Command(
            "signal", "signal", "note a sign that they will never buy: lure, let-down, make-up", keys: ["!"],
            group: .lead, hint: 11, unavailable: needsOneLead
        ) { $0.askSignal() },
        Command(
            "compelling", "compelling", "write down why this company is worth more patience than others", keys: ["C"],
            group: .lead, unavailable: needsOneLead
        ) { $0.askCompelling() },
    ]
}

extension Session {
    /// Which question, what the answer was to the user, and the answer in words.
    fileprivate mutating func askQuestion() -> [Effect] {
        guard let lead = selected else { return [] }
        let keys: [Question: Character] = [.process: "p", .budget: "b", .decision: "d"]
        ask(
            Choice(
                title: "Qualifying questions · \(lead.title)",
                options: Question.allCases.compactMap { question in
                    keys[question].map { key in
                        let known = lead.questions[question]
                        let words = known?.why.map { ": “\(text.cut($0, to: 40))”" } ?? ""
                        let title =
                            "\(text.pad(Wording.question(question), to: 26))\(known?.value.rawValue ?? "unasked")\(words)"
                        return Choice.Option(.character(key), title) { $0.askAnswer(to: question, lead) }
                    }
                }))
        return []
    }

    private mutating func askAnswer(to question: Question, _ lead: Lead) -> [Effect] {
        let known = lead.questions[question]?.why.map { [[Line.Span("“\($0)”", .quote)]] } ?? []
        func option(_ key: Character, _ title: String, _ value: Question.Value) -> Choice.Option {
            Choice.Option(.character(key), title) { $0.askWords(for: question, value, lead) }
        }
        ask(
            Choice(
                title: "\(question.rawValue.firstUppercased) · \(lead.title)", question: Wording.question(question),
                about: known,
                options: [
                    option("s", "satisfied: goes on", .satisfied),
                    option("d", "disqualifying: one is enough to decide about them", .disqualifying),
                    Choice.Option(.character("u"), "unasked: take the answer back") {
                        $0.recordAnswer(QuestionFinding(question, .unasked), lead)
                    },
                ]))
        return []
    }

    private mutating func askWords(for question: Question, _ value: Question.Value, _ lead: Lead) -> [Effect] {
        ask(
            Form(
                "\(question.rawValue.firstUppercased) \(value.rawValue) · \(lead.title)",
                fields: [FormField("Their answer", .text, lead.questions[question]?.why ?? "", hint: "in their words")]
            ) { session, form in
                session.recordAnswer(QuestionFinding(question, value, why: form.text(0)), lead)
            })
        return []
    }

    private mutating func recordAnswer(_ finding: QuestionFinding, _ lead: Lead) -> [Effect] {
        let after = finding.value == .disqualifying ? " · decide about it with \(keymap.name(of: "decide"))" : ""
        return record(
            [Draft(.question(finding), lead: lead.id, at: now.moment)],
            said: "Saved: \(finding.question.rawValue) \(finding.value.rawValue) · \(lead.title)\(after)")
    }

    /// The signals in their three phases, with those that the lead gave so far (method, section 6).
    fileprivate mutating func askSignal() -> [Effect] {
        guard let lead = selected else { return [] }
        let numbers = pipeline.rules.settings.numbers
        let antithesis = Antithesis(lead.signals)
        var about = [[Line.Span(Wording.signals(antithesis, antithesis.level(numbers)).firstUppercased, .title)]]
        let timeline = Wording.timeline(antithesis, now, text, width: 52)
        // The latest matter most, and the pop-up has little room.
        if timeline.count > 5 { about.append([Line.Span("\(timeline.count - 5) earlier", .dim)]) }
        about += timeline.suffix(5)
        let keys: [Signal: Character] = [
            .hugePotential: "h", .justEnoughBusiness: "j", .danglesOpportunities: "d", .greatQuestions: "q",
            .greatCompany: "g", .bidOut: "b", .blamesThem: "t", .vanished: "v", .apologised: "a", .reallyClose: "c",
            .wantedYou: "w", .nextProject: "n", .pityOrder: "p",
        ]
        var heading: Signal.Phase?
        let options = Signal.allCases.compactMap { signal in
            keys[signal].map { key in
                let phase = signal.phase
                defer { heading = phase }
                let title = phase == heading ? nil : "\(Wording.symbol(phase)) \(Wording.name(phase))".uppercased()
                return Choice.Option(.character(key), signal.rawValue, heading: title) { $0.note(signal, lead) }
            }
        }
        ask(Choice(title: "Signal · \(lead.title)", about: about, options: options))
        return []
    }

    private mutating func note(_ signal: Signal, _ lead: Lead) -> [Effect] {
        let antithesis = Antithesis(lead.signals + [.init(signal: signal, at: now.moment)])
        let after =
            switch antithesis.level(pipeline.rules.settings.numbers) {
            case .none: ""
            case .watch: " · a let-down: watch"
            case .antithesis: " · antithesis: decide about it with \(keymap.name(of: "decide"))"
            }
        return record(
            [Draft(.signal(signal), lead: lead.id, at: now.moment)],
            said: "Saved: \(signal.rawValue) · \(lead.title)\(after)")
    }

    /// Why this company; an empty reason takes it back.
    fileprivate mutating func askCompelling() -> [Effect] {
        guard let lead = selected else { return [] }
        let hint = lead.compelling == nil ? "in a line" : "empty: there is no reason any more"
        ask(
            Form(
                "Compelling · \(lead.title)", fields: [FormField("Why them", .text, lead.compelling ?? "", hint: hint)]
            ) {
                session, form in
                let why = form.text(0)
                if why == lead.compelling {
                    session.layers.removeLast()
                    session.say("Nothing changed.")
                    return []
                }
                return session.record(
                    [Draft(.compelling(why), lead: lead.id, at: session.now.moment)],
                    said: "Saved: \(why == nil ? "not compelling any more" : "compelling") · \(lead.title)")
            })
        return []
    }
}
