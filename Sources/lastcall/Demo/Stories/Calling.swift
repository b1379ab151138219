import FoundationEssentials
import Pipeline

/// Those to call today, from the prospects down to the ones to try again.
extension Story {
    static var calling: [Story] {
        [
            Story(
                250, "Claire Duval", "Directrice industrielle", "Solstice Foods", .lyon, from: "trade fair",
                worth: 96_000, tags: ["key account"], by: [.phone, .mobile, .email],
                [
                    .work(246, to: 190, times: 8, by: [.phone, .email, .voicemail]),
                    .interested(160, "four lines, and a retailer who sends pallets back"),
                    .learned(160, .desire, "has the complaint on her desk every Monday"),
                    .duplicate(150, as: "C. Duval", source: "web form"),
                    .learned(121, .authority, "decides with nobody above her"),
                    .asked(121, .decision, "she does, after a trial on line 3"),
                    .asked(121, .process, "trial, then an order within six weeks"),
                    .meeting(60, on: 46, at: 600, "trial on line 3"),
                    .visit(46, "trial: 3 faults in 1,000 found, 0 missed", minutes: 90),
                    .learned(46, .money, "96,000 set aside for this year"),
                    .asked(46, .budget, "from this year's plan"),
                    .assessed(45, size: "large", fit: "close", access: "direct", budget: "now", need: "badly"),
                    .interested(8, "waits for the retailer's dates, then signs"),
                ]),
            Story(
                190, "Omar Haddad", "Owner", "Redwood Components", .toronto, from: "old customer file", worth: 22_000,
                [
                    .work(186, to: 120, times: 9, by: [.phone, .voicemail, .email]),
                    .interested(74, "one line, but it runs day and night"),
                    .learned(74, .authority, "owns the company"),
                    .learned(74, .money, "spends as much on returns in a year"),
                    .interested(33, "asked how soon we could start", minutes: 14),
                    .learned(33, .desire, "asked how soon we could start"), .sent(12, .email, "offer, two pages"),
                ]),
            Story(
                95, "Lena Forsberg", "Production Engineer", "Fjord Robotics", .malmo, from: "web form",
                by: [.phone, .email],
                [
                    .work(92, to: 36, times: 8, by: [.phone, .email, .voicemail]),
                    .interested(7, "has read up on it, wants numbers from a line like hers"),
                ]),
            Story(
                60, "Mei Chen", "Head of Operations", "Summit Packaging", .sydney, from: "trade fair", worth: 110_000,
                by: [.phone, .email, .linkedIn],
                [
                    .assessed(
                        57, size: "large", fit: "close", access: "through others", budget: "this year", need: "badly"),
                    .work(56, to: 10, times: 6, by: [.phone, .email, .networking]),
                ]),
            Story(
                140, "Astrid Berg", "COO", "Arctic Cold Storage", .malmo, from: "referral", worth: 130_000,
                tags: ["key account"],
                [
                    .compelling(138, "they set the standard: where Arctic buys, five others follow"),
                    .work(136, to: 40, times: 10, by: [.phone, .voicemail, .email]),
                    .assessed(
                        38, size: "large", fit: "close", access: "none", budget: "this year", need: "badly",
                        effort: "a great deal"), .sent(16, .event, "sat next to her deputy at the logistics evening"),
                ]),
            Story(
                110, "Hugo Lemaire", "Purchasing Manager", "Amber Paper", nil, from: "bought list",
                [
                    .work(106, to: 58, times: 7, by: [.phone, .voicemail]),
                    .notNow(29, until: 1, "“in a month”, and no more than that"),
                ]),
            Story(
                185, "Yara Saleh", "Office Manager", "Harbour Printing", .toronto, from: "web form",
                [
                    .work(180, to: 110, times: 8, by: [.phone, .email]), .notNow(68, until: 38, "not before the move"),
                    .call(38, .noAnswer), .notNow(36, until: 4, "still moving; next month"),
                ]),
            Story(
                560, "Jonas Kovač", "Plant Manager", "Tessel Optics", .prague, from: "referral", worth: 20_000,
                tags: ["customer"],
                [
                    .work(556, to: 500, times: 6, by: [.phone, .email]),
                    .interested(471, "measures every lens by hand"), .bought(430, 17_500, "one station"),
                    .call(330, .interested, "runs well; thinks about the second line", minutes: 11),
                    .order(250, 21_000), .call(118, .interested, "all quiet, and happy", minutes: 7),
                ]),
            Story(
                78, "Leila Farahani", "Process Engineer", "Cobalt Dental", .boston, from: "LinkedIn",
                by: [.phone, .email, .linkedIn],
                [
                    .work(75, to: 44, times: 5, by: [.networking, .email, .phone]),
                    .notNow(26, "could not say what she needs; so I ask for a drawing"),
                    .plan(26, on: 9, "ask for the drawing of line two"), .plan(9, on: 0),
                ]),
            Story(
                2, "田中 愛子", "品質管理部長", "Osaka Seimitsu", .osaka, from: "trade fair", worth: 45_000,
                by: [.phone, .mailbox("aiko.tanaka")], note: "Speaks English; prefers a mail before a call.", []),
            Story(
                165, "Kwame Mensah", "Maintenance Lead", "Ironbridge Freight", .lagos, from: "bought list",
                worth: 12_000,
                [
                    .work(160, to: 70, times: 15, by: [.phone, .voicemail, .email]),
                    .notNow(64, "friendly, and in a hurry"),
                    .work(58, to: 19, times: 6, by: [.phone, .voicemail, .email]),
                    .assessed(
                        11, size: "small", fit: "partly", access: "through others", budget: "this year",
                        need: "somewhat"), .goodbye(10, by: [.voicemail]),
                ]),
            Story(
                66, "Noor Rahman", "Head of IT", "Millrace Logistics", .leeds, from: "LinkedIn", worth: 18_000,
                by: [.phone, .email, .linkedIn],
                [
                    .work(63, to: 13, times: 6, by: [.phone, .email]),
                    .assessed(
                        12, size: "medium", fit: "partly", access: "through others", budget: "this year",
                        need: "somewhat"),
                ]),
        ]
    }
}
