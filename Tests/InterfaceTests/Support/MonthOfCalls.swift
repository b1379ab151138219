import Pipeline

extension Scene {
    /// Four weeks of calls, more of them answered in the morning and on Thursdays.
    static let monthOfCalls: [Entry] = {
        var past = Past()
        var random = SplitMix64(seed: 5)
        let leads = (0..<60).map { People.inCrowd($0) }
        for (number, lead) in leads.enumerated() {
            past.add(lead, "Lead \(number + 1000)", "2026-10-20T08:00", phone: "555 01\(number + 10)")
        }
        for ago in (0...27).reversed() {
            let day = Day(number: People.morning.today.number - Int32(ago))
            let weekday = Weekday.allCases.firstIndex(of: day.weekday) ?? 0
            if weekday > 4 { continue }
            for call in 0..<(ago == 0 ? 12 : Int.random(in: 22...58, using: &random)) {
                let hour = ago == 0 ? 8 : 8 + call % 9
                let isGood = hour < 11 || weekday == 3
                let isReached = Int.random(in: 0..<100, using: &random) < (isGood ? 24 : 9)
                let channel: Channel = call % 5 == 4 ? .email : call % 7 == 3 ? .voicemail : .phone
                let outcome: Outcome =
                    channel == .email
                    ? .sent
                    : channel == .voicemail
                        ? .leftMessage : isReached ? (call % 3 == 0 ? .interested : .notNow) : .noAnswer
                let minute = (ago == 0 ? 0 : 10) + call * 2 % 20
                let time = "\(day)T\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
                past.tries(random.pick(leads), channel, outcome, at: time)
            }
        }
        for number in 0..<3 {
            for trait in Trait.allCases {
                past.did(leads[number], .trait(TraitFinding(trait, .yes)), at: "2026-11-1\(number)T12:00")
            }
        }
        for number in 10..<22 { past.did(leads[number], .letGo(why: nil, nil), at: "2026-11-18T12:00") }
        return past.entries
    }()
}
