import FoundationEssentials
import Pipeline

/// Those who are owed something today: an answer, the rest of a goodbye, a promised call; and those parked until today.
extension Story {
    static var waiting: [Story] {
        [
            Story(
                88, "Zoë Lindqvist", "Production Planner", "Vantage Components", .malmo, from: "web form",
                worth: 28_000,
                [
                    .work(86, to: 40, times: 7, by: [.phone, .email, .voicemail]),
                    .sent(6, .email, "how a plant of their size did it", value: true),
                    .wrote(1, "asks for two references in food"),
                ]),
            Story(
                340, "Aoife Gallagher", "Finance Director", "Harbour Freight", .dublin, from: "referral", worth: 52_000,
                by: [.phone, .mobile, .email],
                [
                    .work(330, to: 90, times: 20, by: [.phone, .voicemail, .email]),
                    .interested(84, "asked what it would save in a year"),
                    .learned(84, .desire, "a recall cost them a customer"),
                    .work(70, to: 24, times: 6, by: [.voicemail, .email, .text]),
                    .assessed(
                        12, size: "medium", fit: "close", access: "through others", budget: "this year",
                        need: "somewhat", effort: "a great deal"),
                    .goodbye(10, by: [.voicemail, .email, .liveMessage]),
                    .wrote(6, "please wait! We were being audited"),
                ]),
            Story(
                175, "Marcus Oyelaran", "Plant Manager", "Northgate Packaging", .lagos, from: "trade fair",
                worth: 33_000, by: [.phone, .email, .linkedIn],
                [
                    .work(170, to: 18, times: 22, by: [.phone, .voicemail, .email, .networking]),
                    .assessed(
                        1, size: "medium", fit: "close", access: "none", budget: "next year", need: "somewhat"),
                    .goodbye(0, by: [.voicemail, .email]),
                ]),
            Story(
                118, "Priya Raman", "VP Operations", "Tessel Labs", .pune, from: "trade fair", worth: 75_000,
                tags: ["pilot"],
                [
                    .work(115, to: 84, times: 5, by: [.email, .phone, .voicemail]),
                    .interested(63, "two lines, one of them new in spring"),
                    .learned(63, .desire, "sorts by hand today, with eleven people"),
                    .learned(63, .authority, "signs up to 100,000 alone"), .sent(49, .email, "offer for a trial"),
                    .notNow(
                        28, until: 0, at: 870, because: "the board has passed the budget",
                        "after two, when the line stands still"),
                ]),
            Story(
                70, "Anders Holm", "Shift Manager", "Arctic Marine", .malmo, from: "referral", worth: 19_000,
                [
                    .work(68, to: 33, times: 6, by: [.phone, .voicemail]),
                    .interested(15, "loses a pallet a day to bad labels"),
                    .meeting(5, on: 0, at: 660, "wants to show it to the foreman too"),
                ]),
            Story(
                205, "Ruth Albrecht", "Head of Maintenance", "Meridian Controls", .hamburg, from: "LinkedIn",
                by: [.phone, .email, .linkedIn],
                [
                    .work(200, to: 110, times: 9, by: [.networking, .phone, .email]),
                    .notNow(61, until: 4, because: "the new plant manager has started"),
                    .sent(30, .email, "something for the handover", value: true),
                ]),
            Story(
                230, "Tomás Marín", "Purchasing Manager", "Larkfield Bakery", .saoPaulo, from: "web form",
                worth: 14_500,
                [
                    .work(226, to: 160, times: 8, by: [.phone, .voicemail, .email]),
                    .notNow(131, until: 92, because: "the oven line is paid off"),
                    .notNow(90, until: 45, "holidays, then stocktaking"), .call(45, .noAnswer),
                    .notNow(42, until: 0, because: "the contract with the other supplier ends"),
                ]),
            Story(
                420, "Femi Adeyemi", "Managing Director", "Bluewater Cold Storage", .lagos, from: "referral",
                worth: 38_000,
                [
                    .work(414, to: 300, times: 12, by: [.phone, .email, .voicemail]),
                    .notNow(214, "building the second store, no hands free"),
                    .park(214, until: 2, "the second store is built by then"),
                ]),
            Story(
                300, "Sofia Nováková", "Quality Lead", "Quarry Ceramics", .prague, from: "bought list",
                by: [.phone, .mobile, .email],
                [
                    .work(294, to: 220, times: 10, by: [.phone, .voicemail, .text]),
                    .notInterested(196, again: .later, "has just bought from somebody else; later this year is fine"),
                ]),
        ]
    }
}
