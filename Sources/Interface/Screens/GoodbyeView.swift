import Canvas
import Pipeline

/// The third step of breaking up: the messages, the script of the one that is shown, and what is left of the day.
extension Session {
    func addGoodbye(
        _ view: inout BreakUpView, _ panel: BreakUpPanel, _ lead: Lead, _ verdict: BreakUp.Verdict?,
        _ options: BreakUpOptions, isTall: Bool
    ) {
        let messages = goodbyeMessages(panel)
        if verdict == .finishToday {
            addMessages(&view.head, messages, lead, options, isTall: isTall)
            if let shown = messages.first(where: \.isShown) { addScript(&view.body, shown, lead) }
        } else {
            for message in messages {
                let words = message.sent.map { "sent \(Wording.time($0, now))" } ?? "not sent"
                view.body.add(
                    Line(
                        spans: [
                            Line.Span(message.sent == nil ? "○ " : "✓ ", message.sent == nil ? .dim : .good),
                            Line.Span(text.pad(message.channel.title, to: 30)), Line.Span(words, .dim),
                        ]))
            }
        }
        addEarly(&view.foot, lead)
        view.foot.flow(goodbyeVerdict(lead, verdict, sent: messages.count { $0.sent != nil }))
    }

    private func addMessages(
        _ page: inout Page, _ messages: [GoodbyeMessage], _ lead: Lead, _ options: BreakUpOptions, isTall: Bool
    ) {
        let items = zip(options.inside, messages).map { option, message in
            let isSent = message.sent != nil
            return [
                Line.Span(message.isShown ? "▌" : " ", .focus), Line.Span(option.key.name, .key),
                Line.Span(isSent ? " ✓ " : " ○ ", isSent ? .good : .dim),
                Line.Span(message.channel.title, message.isShown ? .title : .text),
            ]
        }
        if isTall {
            for (item, message) in zip(items, messages) {
                let words = message.sent.map { "sent \(Wording.time($0, now))" } ?? "to send"
                let width = Line(spans: item).width(text)
                let gap = String(repeating: " ", count: max(2, 36 - width))
                page.add(
                    Line(spans: item + [Line.Span(gap), Line.Span(words, message.sent == nil ? .warn : .dim)]))
            }
        } else {
            page.flow(items: items, gap: 2)
        }
        if let shown = messages.first(where: \.isShown) { page.flow(goodbyeWay(shown.channel, lead), indent: 2) }
        page.add(Line(spans: [], isRule: true))
    }

    /// Where the message goes, and whether it can go there now.
    private func goodbyeWay(_ channel: Channel, _ lead: Lead) -> [Line.Span] {
        guard lead.canUse(channel) else {
            return [Line.Span("There is nothing on file to use this with; choose another, or add it first.", .warn)]
        }
        let symbol = Line.Span(Wording.symbol(channel) + " ", .accent)
        switch channel {
        case .voicemail, .liveMessage, .phone:
            return [symbol, Line.Span(lead.phone?.number ?? "", .accent)] + Wording.hours(lead, now, pipeline.rules)
        case .email, .calendar: return [symbol, Line.Span(lead.email?.address ?? "", .accent)]
        case .letter, .dropIn:
            let parts = [lead.fields.address, lead.fields.city].compactMap(\.self)
            return [symbol, Line.Span(parts.joined(separator: ", "), .accent)]
        case .networking: return [symbol, Line.Span(lead.fields.site ?? "through somebody you both know", .accent)]
        case .text, .fax, .event: return [symbol, Line.Span(channel.title, .accent)]
        }
    }

    private func addScript(_ page: inout Page, _ message: GoodbyeMessage, _ lead: Lead) {
        page.flow(goodbyeScript(message.channel, lead), .quote)
        let settings = pipeline.rules.settings
        let gaps = settings.script(message.channel.goodbyeScript).gaps(for: lead, me: settings.me)
        if gaps.isEmpty { return }
        page.add(.empty)
        let own = gaps.filter { Script.Placeholder(rawValue: $0)?.isOfUser == true }.joined(separator: ", ")
        let theirs = gaps.filter { Script.Placeholder(rawValue: $0)?.isOfUser != true }.joined(separator: ", ")
        if !own.isEmpty {
            page.flow("Not known: \(own). Esc, then \(keymap.name(of: "introduce")), says who you are.", .warn)
        }
        if !theirs.isEmpty {
            page.flow("Not known of the lead: \(theirs). Esc, then \(keymap.name(of: "edit")), fills it in.", .warn)
        }
    }

    /// What is said or written through a channel, filled in.
    func goodbyeScript(_ channel: Channel, _ lead: Lead) -> String {
        let settings = pipeline.rules.settings
        let words = settings.script(channel.goodbyeScript).filled(for: lead, me: settings.me)
        // Only an e-mail has a subject.
        return channel == .email ? words.trimmed : words.asLetter.body
    }

    private func goodbyeVerdict(_ lead: Lead, _ verdict: BreakUp.Verdict?, sent: Int) -> [Line.Span] {
        let day = lead.goodbye.map { now.date(of: $0.day) } ?? "that day"
        switch verdict {
        case .finishToday:
            let left = 1440 - now.minute
            return [
                Line.Span("\(left / 60) h \(left % 60) min are left of today. ", left < 180 ? .warn : .good),
                Line.Span(sent == 0 ? "The three go out together, today." : "\(3 - sent) of 3 to go."),
            ]
        case .lapsed:
            return [
                Line.Span("The goodbye of \(day) lapsed: ", .warn),
                Line.Span(
                    "\(sent) of 3 were sent that day. What was sent stays in the history; the three start again."),
            ]
        case .awaiting:
            var until = ""
            if case .awaitingReply(let day) = lead.place(now) { until = " until \(now.name(of: day))" }
            return [
                Line.Span("All three were sent. ", .good),
                Line.Span("A reply may come\(until); without one the lead is put before you to decide."),
            ]
        case .unanswered:
            return [
                Line.Span("The goodbye of \(day) was not answered. ", .warn),
                Line.Span("You have done all there was to do: let the lead go."),
            ]
        default: return []
        }
    }
}
