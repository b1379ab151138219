import Canvas
import Pipeline

extension Command {
    /// Scripts name the user, who is asked once.
    static let introduction = Command(
        "introduce", "my details", "who you are, for the scripts: your name, company and phone", keys: ["W"],
        group: .all
    ) { $0.askWho() }
}

extension Session {
    fileprivate mutating func askWho() -> [Effect] {
        let me = pipeline.rules.settings.me
        ask(
            Form(
                "My details",
                fields: [
                    FormField("Your name", .required, me.name, hint: "as you say hello"),
                    FormField("Company", .text, me.company, hint: "for which you sell"),
                    FormField("What you do", .text, me.valueLine, hint: "for whom, in a line"),
                    FormField("Phone", .text, me.phone, hint: "where to call you back"),
                ]
            ) { _, form in
                var me = Settings.Me()
                me.name = form.text(0) ?? ""
                me.company = form.text(1) ?? ""
                me.valueLine = form.text(2) ?? ""
                me.phone = form.text(3) ?? ""
                return [.introduce(me)]
            })
        return []
    }

    /// How to fill in what a script says of the user, when something of it stands open in `text`; nil when nothing does.
    func introductionWanted(by text: String) -> String? {
        let own = Script.Placeholder.allCases.filter(\.isOfUser)
        let open = own.map { "[\($0.rawValue)]" }.filter { text.contains($0) }
        return open.isEmpty ? nil : "\(keymap.name(of: "introduce")) fills in \(Wording.list(open))"
    }
}
