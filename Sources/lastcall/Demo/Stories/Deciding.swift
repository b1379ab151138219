import FoundationEssentials
import Pipeline

/// Those about whom a decision is wanted: one for every cause.
extension Story {
    static var deciding: [Story] {
        [
            Story(
                97, "Ingrid Brandt", "Head of Purchasing", "Halden Paper", .hamburg, from: "trade fair", worth: 42_000,
                [
                    .work(94, to: 80, times: 4, by: [.voicemail, .email, .phone]),
                    .interested(76, "likes it, and will ask around who would have to agree"),
                    .learned(76, .money, "30,000 left in this year's plan"),
                    .asked(76, .budget, "from the running budget, no board needed"),
                    .work(62, to: 27, times: 5, by: [.phone, .email, .voicemail]),
                    .notNow(11, "very kind, very clear about it"),
                    .asked(
                        11, .process, "the group buys by tender only; the next is in four years", is: .disqualifying),
                ]),
            Story(
                640, "Rafael Teixeira", "Managing Director", "Solstice Robotics", .porto, from: "referral",
                worth: 180_000, tags: ["key account"], by: [.phone, .mobile, .email],
                note: "Lunch is always long, and always good.",
                [
                    .interested(628, "nine lines in three plants, all of them without a camera", minutes: 45),
                    .saw(628, .hugePotential), .saw(592, .greatQuestions),
                    .visit(575, "wrote the specification together", minutes: 60),
                    .work(540, to: 410, times: 8, by: [.email, .phone]), .saw(396, .bidOut),
                    .wrote(380, "sorry about that, it was really close", by: .phone), .saw(380, .apologised),
                    .saw(380, .reallyClose), .call(379, .interested, "next year it is ours, he says", minutes: 25),
                    .visit(300, "plans of the second plant, on a napkin", minutes: 60), .saw(300, .nextProject),
                    .sent(270, .email, "offer for four lines", value: true),
                    .work(240, to: 30, times: 14, by: [.phone, .voicemail, .email]), .saw(30, .vanished),
                ]),
            Story(
                520, "Colin Pritchard", "Works Manager", "Pinecrest Ceramics", .leeds, from: "old customer file",
                by: [.phone, .email, .address("4 Kiln Lane")], note: "Ask for the kettle, not for the budget.",
                [
                    .interested(505, "wants to see it on his own tiles"), .order(340, 240),
                    .saw(340, .justEnoughBusiness), .visit(310, "walked the line with him", minutes: 120),
                    .visit(251, "the same line, another foreman", minutes: 90),
                    .sent(214, .email, "third version of the drawing", value: true),
                    .visit(160, "tried two lenses", minutes: 150), .call(101, .gatekeeper, "out on the floor"),
                    .visit(66, "tea, and a look at the glazing", minutes: 75),
                    .work(52, to: 9, times: 5, by: [.phone, .email, .voicemail]),
                ]),
            Story(
                260, "Greta Mikkelsen", "Plant Manager", "Fjord Foods", .malmo, from: "web form", worth: 16_000,
                [
                    .work(256, to: 200, times: 7, by: [.phone, .voicemail, .email]),
                    .notNow(88, until: 58, "busy season, call me in a month"), .slip(71),
                    .sent(70, .email, "one page"),
                    .call(58, .noAnswer), .notNow(57, until: 22, "not just yet"),
                    .notNow(21, until: -9, "next month, for certain"),
                ]),
            Story(
                150, "Samir Nasser", "Operations Lead", "Cobalt Fittings", .chicago, from: "LinkedIn", worth: 9_000,
                by: [.phone, .email, .linkedIn],
                [
                    .work(146, to: 92, times: 6, by: [.networking, .phone, .email]),
                    .notNow(74, until: 50, "has to talk to maintenance first"), .plan(50, on: 36), .plan(36, on: 20),
                    .plan(20, on: -4), .note(20, "I keep moving this one. Why?"),
                ]),
            Story(
                210, "Owen Keller", "Head of Quality", "Keystone Dental", .denver, from: "bought list", worth: 24_000,
                by: [.phone, .email, .address("1180 Larimer Street")],
                [
                    .work(206, to: 60, times: 18, by: [.phone, .voicemail, .email]),
                    .notNow(52, "interesting, but this is not the week"),
                    .work(47, to: 22, times: 5, by: [.phone, .letter, .voicemail]),
                    .assessed(
                        15, size: "medium", fit: "close", access: "through others", budget: "next year",
                        need: "somewhat"), .goodbye(14, by: [.voicemail, .email, .liveMessage]),
                ]),
            Story(
                44, "Nina Rossi", "Buyer", "Amber Textiles", nil, from: "bought list", by: [.phone],
                [.call(41, .noAnswer), .call(34, .noAnswer), .call(8, .outOfService, "the number is gone")]),
            Story(
                130, "Paul Ashworth", "Owner", "Millrace Printing", .leeds, from: "trade fair", tags: ["family firm"],
                [
                    .work(126, to: 70, times: 6, by: [.phone, .email]),
                    .notNow(40, "two presses, checks every sheet himself"),
                    .assessed(
                        40, size: "small", fit: "far", access: "direct", budget: "no cycle known", need: "not at all",
                        effort: "a great deal"),
                    .sent(19, .email, "what a small set would cost", value: true),
                ]),
            Story(
                190, "Viktor Petrov", "Technical Director", "Ironbridge Optics", .prague, from: "LinkedIn",
                worth: 60_000, by: [.phone, .email, .linkedIn],
                [
                    .work(186, to: 25, times: 24, by: [.phone, .voicemail, .email, .phone, .networking, .liveMessage]),
                    .assessed(
                        13, size: "large", fit: "partly", access: "none", budget: "next year", need: "somewhat"),
                    .call(12, .gatekeeper, "has read everything, says nothing"),
                ]),
        ]
    }
}
