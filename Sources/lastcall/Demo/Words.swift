import Pipeline

/// What invented leads are called and say. Nobody here is anybody.
enum Words {
    static let first = [
        "Dana", "Omar", "Priya", "Lena", "Marcus", "Ingrid", "Tomás", "Aiko", "Ruth", "Samir", "Claire", "Viktor",
        "Noor",
        "Hugo", "Femi", "Greta", "Paul", "Yara", "Anders", "Mei", "Colin", "Zoë", "Rafael", "Astrid", "Kwame", "Nina",
        "Jonas", "Leila", "Owen", "Sofia",
    ]
    static let last = [
        "Whitfield", "Haddad", "Raman", "Forsberg", "Oyelaran", "Lindqvist", "Marín", "Tanaka", "Albrecht", "Nasser",
        "Duval", "Kovač", "Rahman", "Brandt", "Adeyemi", "Holm", "Pritchard", "Saleh", "Mikkelsen", "Chen", "Ashworth",
        "Novak", "Teixeira", "Berg", "Mensah", "Petrov", "Keller", "Farahani", "Gallagher", "Rossi",
    ]
    static let firm = [
        "Northgate", "Tessel", "Halden", "Arctic", "Bluewater", "Cobalt", "Meridian", "Larkfield", "Ironbridge",
        "Summit",
        "Harbour", "Pinecrest", "Vantage", "Quarry", "Solstice", "Redwood", "Keystone", "Fjord", "Amber", "Millrace",
    ]
    static let trade = [
        "Packaging", "Labs", "Freight", "Cold Storage", "Optics", "Components", "Foods", "Textiles", "Robotics",
        "Paper",
        "Marine", "Ceramics", "Logistics", "Printing", "Dental", "Controls", "Bakery", "Fittings",
    ]
    static let titles = [
        "VP Operations", "Purchasing Manager", "Owner", "Head of IT", "Plant Manager", "Finance Director",
        "Managing Director", "Office Manager", "Head of Logistics", "Quality Lead",
    ]
    static let sources = ["trade fair", "referral", "web form", "LinkedIn", "bought list", "old customer file"]
    static let tags = ["midwest", "renewal", "priority", "pilot", "export", "family firm"]
    static let streets = ["Mill Lane", "Harbour Road", "Station Street", "Foundry Way", "Canal Street"]
    /// Through which channels somebody is tried, in turn.
    static let mixes: [[Channel]] = [
        [.phone, .voicemail, .email], [.phone, .phone, .email, .voicemail], [.phone, .email, .phone, .liveMessage],
        [.phone, .voicemail, .text, .email], [.phone, .voicemail, .networking, .email, .phone],
        [.phone, .email, .voicemail, .letter, .phone, .dropIn],
        [.phone, .voicemail, .email, .phone, .calendar, .voicemail, .email, .phone, .voicemail, .email, .event],
        [.phone, .email, .fax, .voicemail],
    ]
    static let voicemail = ["asked for ten minutes", "named the recall of last month", "one sentence on lead times"]
    static let messages = ["she wrote it down", "he will put it on the desk", "read back the number"]
    static let texts = ["short, with my name", "asked for a good time to ring"]
    static let letters = ["by hand, with a sheet of faults", "the trade paper's test, with a card"]
    static let introductions = ["linked by a colleague of his", "asked to be introduced", "answered a post of hers"]
    static let events = ["met at the chamber's evening", "talked at the open day", "in the queue for coffee"]
    static let sent = [
        "how a plant like theirs did it", "price list", "two dates for a call", "a short film of the line",
        "three references", "the recall in the news, and what would have caught it",
    ]
    static let gatekeeper = [
        "in meetings all week", "try before nine", "asked me to e-mail first", "new assistant, friendly",
        "on the floor until noon", "she knows the name by now",
    ]
    static let replies = ["asks for two references", "wants the price for two lines", "please wait, we do want this"]
    static let interests = [
        "unhappy with the lead times of the present supplier", "opens a second plant in spring",
        "wants a trial on one line", "has to cut scrap by ten per cent", "asked what it saves in a year",
    ]
    static let putOffs = [
        "call me in a month", "not just yet", "busy season, later", "next quarter, perhaps", "after the holidays",
    ]
    static let promises = [
        "the budget is approved by then", "the new plant manager has started",
        "the contract with the old supplier ends",
        "the board has met on it", "the trial with the other maker is over", "the second line is running by then",
    ]
    static let refusals = ["take me off your list", "we do not buy from callers", "do not call this number again"]
    static let reasons = [
        "their neighbours buy what they buy", "the largest plant in my region", "their scrap is in the newspaper",
    ]
    static let notes = [
        "Met the foreman at the fair; he likes cameras.", "Fridays after three are best.",
        "They are hiring inspectors.",
        "The daughter takes over next year.", "Two recalls in the trade paper.",
    ]
    static let evidence: [Trait: [String]] = [
        .money: ["a line in this year's plan", "spends about as much on returns"],
        .authority: ["signs up to 50,000 alone", "owns the company"],
        .desire: ["asked when we could start", "has the problem every week"],
    ]
}
