import Pipeline

/// A lead of whom everything is known that a card can show.
enum Courting {
    static let rafael = LeadID(bits: 0x4AFA)

    static let entries: [Entry] = {
        var past = Past()
        past.add(
            rafael, "Rafael Teixeira", "2025-03-03T09:00", company: "Solstice Robotics", phone: "+351 22 555 3756"
        ) {
            $0.title = "Managing Director"
            $0.city = "Porto"
            $0.emails = [.init("rafael@solstice.example", label: "work")]
            $0.site = "https://solstice.example"
            $0.source = "referral"
            $0.note = "Lunch is always long, and always good."
        }
        past.did(rafael, .signal(.hugePotential), at: "2025-03-05T12:00")
        past.did(rafael, .trait(TraitFinding(.money, .yes, why: "nine lines in three plants")), at: "2025-03-06T12:00")
        past.did(rafael, .compelling("the only maker within a day’s drive"), at: "2025-03-07T12:00")
        past.did(rafael, .signal(.bidOut), at: "2025-10-23T12:00")
        past.did(rafael, .signal(.apologised), at: "2025-11-07T12:00")
        for day in 10...29 { past.tries(rafael, .phone, .noAnswer, at: "2026-05-\(day)T10:00") }
        for (day, channel) in [(1, Channel.email), (3, .voicemail)] {
            past.tries(rafael, channel, channel == .email ? .sent : .leftMessage, at: "2026-06-0\(day)T10:00")
        }
        past.did(rafael, .assess(BreakUps.maybe, criteria: "0123456789abcdef", score: 52), at: "2026-06-04T10:00")
        past.did(rafael, .goodbye(override: nil), at: "2026-06-05T08:00")
        for (minute, channel) in [Channel.voicemail, .email, .liveMessage].enumerated() {
            let outcome: Outcome = channel == .email ? .sent : .leftMessage
            past.did(
                rafael, .attempt(Attempt(channel, outcome, purpose: .goodbye)), at: "2026-06-05T08:0\(minute)")
        }
        past.did(
            rafael, .attempt(Attempt(.email, .replied, inbound: true, note: "wait, we are still talking here")),
            at: "2026-06-08T09:00")
        past.did(rafael, .trait(TraitFinding(.desire, .yes, why: "asked for a date")), at: "2026-06-09T09:00")
        past.did(
            rafael, .question(QuestionFinding(.budget, .satisfied, why: "from the running budget")),
            at: "2026-06-09T09:05")
        past.did(
            rafael, .question(QuestionFinding(.process, .disqualifying, why: "by tender, every fourth year")),
            at: "2026-06-09T09:06")
        past.did(rafael, .keep("the tender may change"), at: "2026-11-10T09:00")
        for (month, day) in [("07", "2026-08-10"), ("08", "2026-09-10"), ("09", "2026-11-20")] {
            past.did(
                rafael, .attempt(Attempt(.phone, .notNow, next: People.day(day))), at: "2026-\(month)-09T09:00")
        }
        return past.entries
    }()
}
