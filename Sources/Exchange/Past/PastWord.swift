internal import Pipeline

/// What a word in a column of outcomes or statuses means, where it means one thing only.
enum PastWord: Hashable {
    case attempt(Channel, Outcome)
    case customer
    case letGo
    case doNotContact

    /// The meaning of a cell, whatever its case and punctuation: `NO_ANSWER` and `no answer` are one. Nil if it is not
    /// certain.
    init?(_ text: String) {
        guard let word = PastWord.meanings[HeaderKey(text).text] else { return nil }
        self = word
    }

    private static let meanings: [String: PastWord] = {
        var meanings: [String: PastWord] = [:]
        for (word, names) in words {
            for name in names.split(separator: " ") { meanings[String(name)] = word }
        }
        return meanings
    }()

    private static let words: [(PastWord, String)] = [
        (.doNotContact, "donotcontact donotcall donotcallagain dnc dncall donotemail optedout optout unsubscribed"),
        (.customer, "customer existingcustomer currentcustomer client existingclient won closedwon bought sold"),
        (
            .letGo,
            "unqualified disqualified notqualified lost closedlost dead deadlead junk badfit notafit closednotconverted"
        ),
        (.attempt(.phone, .noAnswer), "noanswer didnotanswer didntanswer notanswered nopickup na ringnoanswer"),
        (.attempt(.phone, .busy), "busy linebusy engaged busysignal"),
        (.attempt(.voicemail, .leftMessage), "voicemail leftvoicemail lvm leftvm vm voicemailleft leftavoicemail"),
        (.attempt(.phone, .leftMessage), "leftmessage messageleft leftlivemessage leftamessage"),
        (.attempt(.phone, .gatekeeper), "gatekeeper spokewithgatekeeper receptionist"),
        (.attempt(.phone, .interested), "interested conversationinterested"),
        (.attempt(.phone, .notNow), "notnow callback calllater callbacklater callmelater callbackrequested badtiming"),
        (.attempt(.phone, .notInterested), "notinterested nointerest"),
        (.attempt(.phone, .meeting), "meetingbooked meetingset meetingscheduled appointmentset appointmentbooked"),
        (.attempt(.phone, .wrongNumber), "wrongnumber badnumber"),
        (.attempt(.phone, .outOfService), "outofservice disconnected notinservice numberdisconnected"),
        (.attempt(.email, .bounced), "bounced emailbounced hardbounce hardbounced"),
    ]
}

extension PastField {
    /// True for a column of words, false for one of days or counts.
    var isWord: Bool { self == .outcome || self == .status }
}
