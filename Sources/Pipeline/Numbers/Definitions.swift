extension Numbers {
    /// A figure, what it is called, and what it means: the definition travels with the figure.
    public struct Figure: Hashable, Sendable {
        /// The key in the JSON shape.
        public let key: String
        /// What people call it.
        public let title: String
        /// How it is counted.
        public let definition: String
        /// The figure, for people.
        public let value: String
    }

    /// Every figure with its definition, in the order in which they are shown.
    public var figures: [Figure] {
        [
            Figure(
                key: "dials", title: "Dials", definition: "outbound attempts by phone, whatever came of them",
                value: "\(dials)"),
            Figure(key: "reached", title: "Reached", definition: "dials that a human answered", value: "\(reached)"),
            Figure(
                key: "conversations", title: "Conversations",
                definition: "dials in which you spoke with the lead in person",
                value: "\(conversations)"),
            Figure(
                key: "connectRate", title: "Connect rate", definition: "conversations ÷ dials",
                value: connectRate.map(percent) ?? "–"),
            Figure(
                key: "dialsPerConversation", title: "Dials per conversation", definition: "dials ÷ conversations",
                value: dialsPerConversation.map(Numbers.rounded) ?? "–"),
            Figure(key: "meetings", title: "Meetings", definition: "meetings that were booked", value: "\(meetings)"),
            Figure(
                key: "qualifiedIn", title: "Qualified in", definition: "leads that became prospects",
                value: "\(qualifiedIn)"),
            Figure(
                key: "qualifiedOut", title: "Qualified out", definition: "leads let go or parked: as good a result",
                value: "\(qualifiedOut)"),
            Figure(
                key: "minutes", title: "Minutes",
                definition: "spent on attempts, as noted or as is usual for the channel",
                value: "\(minutes)"),
            Figure(key: "goal", title: "Goal", definition: "dials to make in a day", value: "\(goal)"),
            Figure(
                key: "freedMinutesPerWeek", title: "Time freed",
                definition:
                    "minutes a week that those let go or parked took in their last \(freedWeeks) weeks on the list",
                value: Numbers.rounded(freedMinutesPerWeek)),
        ]
    }

    /// One decimal, and none when it is whole.
    public static func rounded(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
