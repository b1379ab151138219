import FoundationEssentials
import Pipeline

/// Those with whom nothing is to be done today: they wait, rest, are parked, or were let go.
extension Story {
    static var elsewhere: [Story] {
        [
            Story(
                225, "Dana Whitfield", "VP Operations", "Pinecrest Packaging", .chicago, from: "trade fair",
                worth: 48_000, by: [.phone, .email, .address("220 West Kinzie Street")],
                [
                    .work(220, to: 40, times: 20, by: [.phone, .voicemail, .email, .letter]),
                    .notNow(33, "no time, and sorry about it"),
                    .work(28, to: 8, times: 4, by: [.phone, .voicemail]),
                    .assessed(
                        4, size: "medium", fit: "close", access: "through others", budget: "next year",
                        need: "somewhat"), .goodbye(3, by: [.voicemail, .email, .liveMessage]),
                ]),
            Story(
                310, "Hélène Marchand", "Acheteuse", "Keystone Textiles", .lyon, from: "trade fair", worth: 26_000,
                [
                    .work(305, to: 150, times: 14, by: [.phone, .email, .voicemail]),
                    .interested(90, "wants it, in the plan for next year"),
                    .asked(90, .budget, "next year's plan, from the first month on"),
                    .park(38, until: -75, "her budget for next year is open by then"),
                ]),
            Story(
                410, "Gordon Blake", "Works Manager", "Quarry Fittings", .leeds, from: "bought list",
                [
                    .work(405, to: 170, times: 21, by: [.phone, .voicemail, .email, .liveMessage]),
                    .assessed(
                        150, size: "medium", fit: "partly", access: "none", budget: "no cycle known", need: "somewhat"),
                    .goodbye(148, by: [.voicemail, .email, .liveMessage]),
                    .letGo(139, "no answer to the goodbye", .goodbye),
                ]),
            Story(
                700, "Bruno Carvalho", "Managing Director", "Meridian Foods", .porto, from: "referral",
                worth: 150_000, by: [.phone, .mobile, .email],
                note: "The best company at dinner that I know.",
                [
                    .interested(690, "five plants, and he knows everybody", minutes: 40), .saw(690, .greatCompany),
                    .saw(660, .danglesOpportunities), .visit(600, "specification for all five", minutes: 120),
                    .work(560, to: 430, times: 9, by: [.phone, .email]), .saw(420, .vanished),
                    .call(330, .interested, "says that he fought for us", minutes: 20), .saw(330, .wantedYou),
                    .order(320, 400, pity: true), .saw(240, .blamesThem),
                    .letGo(230, "antithesis: two rounds of the same", .quiet),
                    .wrote(16, "has a project, a large one, and thought of us first"), .saw(16, .nextProject),
                ]),
            Story(
                180, "Stella Kraus", "Head of Purchasing", "Halden Dental", .hamburg, from: "bought list",
                [
                    .work(176, to: 130, times: 6, by: [.phone, .email]),
                    .refused(120, "take me off your list, and do not call again"),
                ]),
            Story(
                290, "Rüdiger Voß", "Technical Buyer", "Larkfield Controls", .hamburg, from: "LinkedIn", worth: 31_000,
                [
                    .work(285, to: 170, times: 10, by: [.phone, .voicemail, .email]),
                    .notNow(140, until: 110, "next quarter"), .notNow(108, until: 70, "next quarter"),
                    .notNow(66, until: -20, "after the fair"),
                    .keep(9, "his supplier closes its plant in spring; he will need somebody"),
                ]),
            Story(
                480, "Inés Castellano", "Production Manager", "Northgate Foods", .saoPaulo, from: "web form",
                worth: 27_000,
                [
                    .work(475, to: 330, times: 13, by: [.phone, .email]),
                    .notInterested(300, again: nil, "no need; the old line stays as it is"),
                    .note(61, "Read in the trade paper: they have ordered a new filling line."),
                    .revive(17, "a new filling line is ordered, so need and budget are there"),
                    .sent(16, .email, "congratulations on the line", value: true),
                    .call(0, .gatekeeper, "back tomorrow"),
                ]),
            Story(
                215, "Tove Nygård", "Project Manager", "Fjord Marine", .malmo, from: "referral", worth: 64_000,
                [
                    .interested(205, "three ships a year, each with a galley line"), .saw(205, .hugePotential),
                    .work(190, to: 110, times: 8, by: [.phone, .email, .voicemail]),
                    .sent(96, .email, "final offer"), .saw(62, .vanished),
                    .notNow(31, until: -12, because: "the yard has named the winner"),
                ]),
            Story(
                365, "Mateo Rivas", "Owner", "Vantage Bakery", .denver, from: "bought list", by: [.phone, .mobile],
                [
                    .call(360, .wrongNumber, "that was the bakery next door"),
                    .refused(341, "I never buy on the phone"),
                    .wrote(24, "saw the machine at his cousin's and wants a price", by: .phone),
                    .allow(24, "he rang me himself and asked to be called"),
                    .revive(24, "he rang me himself and asked for a price"),
                    .meeting(6, on: -5, at: 540, "at the bakery, before the ovens are on"),
                ]),
            Story(
                450, "Eileen Byrne", "Operations Director", "Harbour Foods", .dublin, from: "trade fair",
                worth: 40_000, tags: ["customer"], by: [.phone, .mobile, .email],
                [
                    .work(445, to: 390, times: 6, by: [.phone, .email]),
                    .interested(360, "three lines, sorted by eye"), .learned(360, .desire, "two recalls in a year"),
                    .learned(330, .money, "60,000 in this year's plan"), .learned(330, .authority, "signs alone"),
                    .meeting(320, on: 310, at: 600, "trial"), .bought(284, 38_000, "two stations"),
                    .promoted(200, to: "Managing Director"),
                    .call(120, .interested, "asked about a third", minutes: 10),
                    .order(70, 19_000), .call(31, .interested, "all three run; no questions", minutes: 6),
                ]),
            Story(
                270, "Karl Steiner", "Head of Production", "Redwood Paper", .hamburg, from: "trade fair",
                worth: 55_000,
                [
                    .work(265, to: 200, times: 8, by: [.phone, .voicemail, .email]),
                    .interested(170, "wants it this year"), .learned(170, .desire, "counted the waste with me"),
                    .learned(150, .authority, "he and the owner, and the owner has said yes"),
                    .learned(150, .money, "55,000 approved"), .interested(80, "waits for the paper to be signed"),
                    .notNow(20, until: -30, "all spending is stopped until the spring"),
                    .learned(20, .money, "the 55,000 were cut", is: .no),
                ]),
        ]
    }
}
