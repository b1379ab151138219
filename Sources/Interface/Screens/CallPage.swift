import Canvas
import Pipeline

extension Session {
    /// The page of call mode: the lead whose turn it is, or what came of the run.
    func callPage(_ run: CallRun, _ size: Size) -> PanelPage {
        guard let lead = selected else { return callSummary(run, size) }
        let reason = lead.verdict(now, pipeline.rules)?.reason
        // Whoever was spoken to is not greeted again.
        let isLogged = run.worked.contains(lead.id)
        return PanelPage(width: size.width, columns: size.width < 100 ? 1 : 2, least: size.height) { width in
            callHead(lead, reason, width, size.height)
        } panels: { width in
            [
                isLogged ? answerScript(lead, width) : callScript(lead, reason, width),
                lastAttempts(lead, width),
                Panel(
                    title: "Where it stands",
                    lines: CardLines(workOn: lead, now, pipeline.rules, text: text, width: width).lines),
                callQuestions(lead, width), callAnswers(lead, width),
            ].compactMap(\.self)
        }
    }

    /// Who it is, the number large, the time where they are, and why they are called.
    private func callHead(_ lead: Lead, _ reason: Verdict.Reason?, _ width: Int, _ height: Int) -> Panel {
        let fields = lead.fields
        let company = fields.company == lead.title ? nil : fields.company
        let who = [fields.title, company, fields.city].compactMap(\.self).joined(separator: " · ")
        var lines: [Line] = who.isEmpty ? [] : [Line((who, .text))]
        if let flag = lead.doNotContact {
            // No number and no time to call: nobody may dial them any more.
            let words = "Do not contact: \(flag.words ?? "asked so")"
            lines += [.empty] + text.lines(words, to: width, role: .bad) + [.empty]
        } else if let phone = lead.phone {
            let rows = BigText.rows(phone.number, width: width, height: height >= 32 ? 5 : height >= 18 ? 3 : 1)
            if let rows {
                lines += [.empty] + rows.map { Line(($0, .accent)) } + [.empty]
            } else {
                lines.append(Line(("☎ \(phone.number)", .accent)))
            }
            let others = fields.phones.filter { $0 != phone && !$0.dead }
            let ways = (rows == nil ? [] : [phone.number]) + [phone.label].compactMap(\.self)
            let also = others.map { [$0.number, $0.label].compactMap(\.self).joined(separator: " ") }
            let words = ways.joined(separator: " ") + (also.isEmpty ? "" : "   also " + also.joined(separator: ", "))
            if !words.isEmpty { lines.append(Line((words, .dim))) }
        } else {
            lines.append(Line(("no number that works", .warn)))
        }
        if lead.doNotContact == nil { lines.append(timeThere(lead)) }
        if let reason { lines += labelled("why", reason.words(now), width, isPromise(reason) ? .promise : .text) }
        if let finding = lead.questions.disqualifying {
            lines += text.lines(Cause.disqualified(finding).words(now).firstUppercased, to: width, role: .warn)
        }
        if calls?.worked.contains(lead.id) ?? false {
            let next = [keymap.name(of: "card"), keymap.name(of: "next-lead")].joined(separator: " or ")
            lines.append(Line(("✓ logged", .good), (" · take your time; \(next) goes on", .dim)))
        }
        return Panel(title: lead.title, trailing: callSection(lead), lines: lines)
    }

    private func callScript(_ lead: Lead, _ reason: Verdict.Reason?, _ width: Int) -> Panel {
        let words = lead.opening(for: reason, pipeline.rules.settings)
        let wanted = introductionWanted(by: words).map { [Line(($0, .dim))] } ?? []
        return Panel(title: "Say", lines: text.lines(words, to: width, role: .text) + wanted)
    }

    /// What to say to the answer that was just logged, if there is anything to say to it.
    private func answerScript(_ lead: Lead, _ width: Int) -> Panel? {
        guard case .attempt(let attempt)? = pipeline.history(of: lead).first(where: { $0.isAttempt })?.act else {
            return nil
        }
        let settings = pipeline.rules.settings
        let script: Script? =
            switch attempt.outcome {
            case .notNow where attempt.because == nil: settings.script(.challengeQuestion)
            case .notInterested where attempt.again == nil: settings.script(.notInterested)
            default: nil
            }
        let day = attempt.next.map { Wording.due($0, now) }
        return script.map {
            Panel(
                title: "Say",
                lines: text.lines($0.filled(for: lead, me: settings.me, day: day), to: width, role: .text))
        }
    }

    private func callSection(_ lead: Lead) -> String { lead.verdict(now, pipeline.rules)?.section.name ?? "" }

    private func isPromise(_ reason: Verdict.Reason) -> Bool {
        guard case .due(let next, _, _) = reason else { return false }
        return next.kind == .promise
    }

    /// A text behind its label, as many lines as it needs.
    private func labelled(_ label: String, _ words: String, _ width: Int, _ role: Role) -> [Line] {
        var page = Page(width: width, text: text)
        page.flow([Line.Span(words, role)], indent: 9, label: Line.Span(label, .dim))
        return page.lines
    }

    private func timeThere(_ lead: Lead) -> Line {
        let label = ("there".padded(to: 9), Role.dim)
        guard let there = lead.timeThere(now, pipeline.rules) else {
            let zone = lead.fields.zone.map { " here: \($0)" } ?? ": no zone is noted"
            return Line(label, ("their time is not known\(zone)", .dim))
        }
        let day = there.writtenDay == now.today ? "" : "\(there.writtenDay.weekday.short) "
        let time = "\(day)\(clock(there.writtenMinute))"
        if let opens = opening(lead) {
            return Line(label, (time, .bad), (" · do not call before \(Wording.opening(opens, now))", .warn))
        }
        let until = pipeline.rules.settings.numbers.callingUntil * 60
        let left = until - there.writtenMinute
        return Line(
            label, (time, .good),
            (" · may be called until \(clock(until))" + (left <= 60 ? ", \(left) minutes more" : ""), .dim))
    }

    private func lastAttempts(_ lead: Lead, _ width: Int) -> Panel {
        let attempts = pipeline.history(of: lead).lazy.filter(\.isAttempt)
        let lines = CardLines(
            only: Array(attempts.prefix(3)), of: lead, now, pipeline.rules, text: text, width: width,
            writers: writers
        ).lines
        return Panel(
            title: "Last attempts", trailing: lead.lifetime.attempts > 3 ? "3 of \(lead.lifetime.attempts)" : "",
            lines: lines.isEmpty ? [Line(("never tried", .dim))] : lines)
    }

    /// The qualifying questions that were not asked yet.
    private func callQuestions(_ lead: Lead, _ width: Int) -> Panel? {
        let open = Question.allCases.filter { lead.questions.value(of: $0) == .unasked }
        guard !open.isEmpty else { return nil }
        return Panel(
            title: "Not asked yet",
            lines: open.flatMap { question in
                let words =
                    switch question {
                    case .process: "How do you go about buying something like this?"
                    case .budget: "Is there money set aside for it, and how much?"
                    case .decision: "Who decides, and what do they go by?"
                    }
                return labelled(question.rawValue, words, width, .text)
            })
    }

    /// What to say to the two answers that most calls end in.
    private func callAnswers(_ lead: Lead, _ width: Int) -> Panel? {
        let settings = pipeline.rules.settings
        let answers: [(String, Script.Occasion)] = [
            ("“Not now”", .challengeQuestion), ("“Not interested”", .notInterested),
        ]
        let lines = answers.flatMap { heading, occasion -> [Line] in
            let script = settings.script(occasion).filled(for: lead, me: settings.me, day: "that day")
            return [Line((heading, .heading))] + text.lines(script, to: width, role: .text)
        }
        return lines.isEmpty ? nil : Panel(title: "If they say", lines: lines)
    }
}

extension Entry {
    fileprivate var isAttempt: Bool {
        if case .attempt = act { true } else { false }
    }
}
