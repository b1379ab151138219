import Pipeline
import Testing

/// One lead that can be anywhere on the way to a goodbye. It is Monday, 23 November 2026, 08:30 in Berlin.
enum BreakUps {
    static let lena = LeadID(bits: 0x1E4A)

    static let top = [
        "size": "large", "fit": "close", "access": "direct", "budget": "now", "need": "badly", "effort": "little",
    ]
    static let maybe = [
        "size": "medium", "fit": "partly", "access": "through others", "budget": "next year", "need": "somewhat",
        "effort": "as usual",
    ]
    static let bottom = [
        "size": "small", "fit": "far", "access": "none", "budget": "no cycle known", "need": "somewhat",
        "effort": "a great deal",
    ]

    /// Enough work: 23 attempts through five channels.
    static let enough: [(Channel, Int)] = [(.phone, 12), (.voicemail, 4), (.email, 4), (.networking, 2), (.letter, 1)]
    /// Too little: 5 attempts through two channels.
    static let little: [(Channel, Int)] = [(.phone, 4), (.email, 1)]

    /// The lead after so much work, assessed or not.
    static func past(_ answers: [String: String]?, _ work: [(Channel, Int)], criteria: String? = nil) -> Past {
        var past = Past()
        past.add(lena, "Lena Forsberg", "2026-07-03T09:00", company: "Arctic Cold Storage", phone: "+47 22 55 01 01") {
            $0.title = "Head of Purchasing"
            $0.city = "Tromsø"
            $0.emails = [.init("lena@arctic.example")]
            $0.address = "12 Kaigata"
        }
        var day = 0
        for (channel, times) in work {
            for time in 0..<times {
                day += 1
                let date = "2026-\(day > 20 ? "10" : "09")-\(day % 20 < 9 ? "0" : "")\(day % 20 + 1)T10:00"
                let outcome: Outcome = channel == .phone ? .noAnswer : channel == .voicemail ? .leftMessage : .sent
                past.did(lena, .attempt(Attempt(channel, outcome, conveyedValue: time % 3 == 2)), at: date)
            }
        }
        if let answers {
            past.did(
                lena, .assess(answers, criteria: criteria, score: criteria.map { _ in 50 }), at: "2026-11-10T16:00")
        }
        return past
    }

    /// A pilot with the lead alone, and the panel open.
    static func pilot(
        _ answers: [String: String]?, _ work: [(Channel, Int)], criteria: String? = nil, width: Int = 80,
        height: Int = 24
    ) -> Pilot {
        pilot(past(answers, work, criteria: criteria).entries, width: width, height: height)
    }

    static func pilot(_ entries: [Entry], width: Int = 80, height: Int = 24) -> Pilot {
        let pilot = Pilot(width, height, on: entries)
        pilot.press("2 b")
        return pilot
    }

    /// After a goodbye that was begun on a day, with these sent.
    static func goodbye(on day: String, _ sent: [Channel], override: String? = nil) -> [Entry] {
        var past = past(maybe, override == nil ? enough : little)
        past.did(lena, .goodbye(override: override), at: "\(day)T08:00")
        for (minute, channel) in sent.enumerated() {
            let outcome: Outcome = channel == .email ? .sent : .leftMessage
            past.did(lena, .attempt(Attempt(channel, outcome, purpose: .goodbye)), at: "\(day)T08:1\(minute)")
        }
        return past.entries
    }
}
