extension Experience {
    /// Everything that the log tells, in the order in which it is shown. What nothing was counted of is left out.
    public var charts: [Chart] {
        [byDay, byHour, byWeekday, repliesByChannel, minutesByTier, dialsToReach].filter { !$0.bars.isEmpty }
    }

    /// Minutes spent today against those of a usual day.
    public var timeKept: Numbers.Figure {
        Numbers.Figure(
            key: "timeKept", title: "Time kept",
            definition: "minutes on attempts today, against the median of the last 20 days on which there were any",
            value: usualMinutes.map { "\(minutesToday) of \($0)" } ?? "\(minutesToday)")
    }

    private var byDay: Chart {
        let days = days.suffix(14)
        let most = days.map(\.dials).max() ?? 0
        let bars = days.map { day in
            let (_, month, number) = day.day.civil
            return Chart.Bar(
                "\(day.day.weekday.short) \(padded(number, 2)) \(Month.allCases[month - 1].short)",
                length: ratio(day.dials, most), solid: ratio(day.conversations, most),
                plural(day.dials, "dial") + ", " + plural(day.conversations, "conversation"))
        }
        return Chart(
            "Dials by day", "the last two weeks; solid: dials in which you spoke with the lead",
            most > 0 ? bars : [])
    }

    private var byHour: Chart {
        rates(
            "Connect rate by hour", "conversations ÷ dials, by the hour of your clock",
            zip(hours.indices.map { "\(padded($0, 2)):00" }, hours), of: "dials")
    }

    private var byWeekday: Chart {
        rates(
            "Connect rate by weekday", "conversations ÷ dials",
            zip(Weekday.allCases.map(\.short), weekdays), of: "dials")
    }

    /// Replies by channel; without bars when nothing was tried.
    public var repliesByChannel: Chart {
        rates(
            "Replies by channel", "of your attempts, those after which they got in touch before the next",
            zip(Channel.allCases.map(\.title), replies), of: "attempts")
    }

    /// Minutes by tier; without bars when there were none.
    public var minutesByTier: Chart {
        let bars = zip(Assessment.Tier.allCases.map(\.rawValue) + ["not assessed"], tiers).map { label, share in
            let value = share.value ?? 0
            return Chart.Bar(label, length: value, "\(percent(value)), \(share.part) minutes")
        }
        return Chart(
            "Minutes by tier", "of all minutes on attempts, those on leads that are of the tier now",
            tiers.contains { $0.whole > 0 } ? bars : [])
    }

    /// Of those who were ever spoken with by phone, how many had been by each dial.
    public var dialsToReach: Chart {
        let isFew = curve.leads < few
        // What comes after twenty dials to one lead is told by the rest of the curve already.
        let bars = curve.points.prefix(20).map { point in
            Chart.Bar(
                ordinal(point.dial), length: point.share,
                "\(percent(point.share)); \(point.yield.part) of the \(point.yield.whole) dialled", isFew: isFew)
        }
        let conclusion = curve.lastThatPays.map { dial in
            "\(isFew ? "So far: a" : "A")fter the \(ordinal(dial)) dial another seldom pays: nine in ten had been reached."
        }
        return Chart(
            "Dials to a first conversation",
            "of the \(plural(curve.leads, "lead")) that you ever spoke with by phone, those reached by the dial; then how "
                + "many it reached of those who got it", bars, conclusion: conclusion)
    }

    /// Shares as bars, the longest of those that say much at full length.
    private func rates(
        _ title: String, _ definition: String, _ shares: some Sequence<(String, Share)>, of what: String
    ) -> Chart {
        let counted = shares.compactMap { label, share in share.value.map { (label, share, $0) } }
        // What was tried a few times only must not make the others look small.
        let much = counted.filter { $0.1.whole >= few }
        let most = (much.isEmpty ? counted : much).map(\.2).max() ?? 0
        let bars = counted.map { label, share, value in
            Chart.Bar(
                label, length: most > 0 ? min(1, value / most) : 0, "\(percent(value)) of \(share.whole)",
                isFew: share.whole < few)
        }
        return Chart(title, "\(definition); shaded: fewer than \(few) \(what)", bars)
    }
}
