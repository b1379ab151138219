/// Where invented leads are.
struct City {
    let name: String
    /// Its zone, by the IANA name.
    let zone: String
    /// How its numbers begin. Where a country keeps numbers for fiction, these are among them.
    let dial: String
    /// How many digits follow.
    let digits: Int

    private init(_ name: String, _ zone: String, _ dial: String, _ digits: Int = 4) {
        self.name = name
        self.zone = zone
        self.dial = dial
        self.digits = digits
    }

    static let chicago = City("Chicago", "America/Chicago", "+1 312 555 ")
    static let denver = City("Denver", "America/Denver", "+1 303 555 ")
    static let boston = City("Boston", "America/New_York", "+1 617 555 ")
    static let seattle = City("Seattle", "America/Los_Angeles", "+1 206 555 ")
    static let toronto = City("Toronto", "America/Toronto", "+1 416 555 ")
    static let saoPaulo = City("São Paulo", "America/Sao_Paulo", "+55 11 5550 ")
    static let leeds = City("Leeds", "Europe/London", "+44 113 496 0", 3)
    static let dublin = City("Dublin", "Europe/Dublin", "+353 20 910 ")
    static let hamburg = City("Hamburg", "Europe/Berlin", "+49 40 66969 ", 3)
    static let malmo = City("Malmö", "Europe/Stockholm", "+46 40 628 ")
    static let lyon = City("Lyon", "Europe/Paris", "+33 4 65 71 ")
    static let porto = City("Porto", "Europe/Lisbon", "+351 22 555 ")
    static let prague = City("Prague", "Europe/Prague", "+420 555 55 ")
    static let lagos = City("Lagos", "Africa/Lagos", "+234 1 555 ")
    static let pune = City("Pune", "Asia/Kolkata", "+91 20 5550 ")
    static let osaka = City("Osaka", "Asia/Tokyo", "+81 6 5550 ")
    static let sydney = City("Sydney", "Australia/Sydney", "+61 2 5550 ")

    static let all = [
        chicago, denver, boston, seattle, toronto, saoPaulo, leeds, dublin, hamburg, malmo, lyon, porto, prague, lagos,
        pune, osaka, sydney,
    ]
}
