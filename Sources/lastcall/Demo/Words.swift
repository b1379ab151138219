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
    /// City, zone and how its numbers begin.
    static let cities = [
        ("Chicago", "America/Chicago", "+1 312"), ("Denver", "America/Denver", "+1 303"),
        ("Boston", "America/New_York", "+1 617"), ("Seattle", "America/Los_Angeles", "+1 206"),
        ("Toronto", "America/Toronto", "+1 416"), ("Leeds", "Europe/London", "+44 113"),
        ("Hamburg", "Europe/Berlin", "+49 40"), ("Malmö", "Europe/Stockholm", "+46 40"),
        ("Lyon", "Europe/Paris", "+33 4"), ("Porto", "Europe/Lisbon", "+351 22"),
    ]
    static let sources = ["trade fair", "referral", "web form", "LinkedIn", "bought list", "old customer file"]
    static let tags = ["midwest", "renewal", "priority", "pilot", "export", "family firm"]
    static let sent = ["case study", "price list", "two dates for a call", "short video of the line", "reference list"]
    static let gatekeeper = [
        "in meetings all week", "try before nine", "asked me to e-mail first", "new assistant, friendly",
    ]
    static let replied = ["asks for two references", "wants the price for 500", "is back on Monday"]
    static let interested = [
        "unhappy with lead times of the present supplier", "opening a second site in spring",
        "wants a trial on one line", "has to cut scrap by ten per cent",
    ]
    static let putOff = ["call me in a month", "not just yet", "busy season, later", "next quarter maybe"]
    static let promises = [
        "budget is approved by then", "the new plant manager has started", "contract with the old supplier ends",
        "board meets on it", "trial with the other vendor is over",
    ]
    static let refusals = ["take me off your list", "do not call this number again"]
    static let evidence: [Trait: [String]] = [
        .money: ["budget line for this year", "spends about as much with the other supplier"],
        .authority: ["signs up to 50,000 alone", "owns the company"],
        .desire: ["asked when we could start", "has the problem every week"],
    ]
}
