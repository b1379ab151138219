import Pipeline

extension Scene {
    /// So many attempts that reach nobody, from one day to another, through these channels in turn.
    static func work(_ from: Int, to: Int, times: Int, by channels: [Channel]) -> Scene {
        Scene { stage in
            for index in 0..<times {
                let ago = from - (from - to) * index / max(1, times - 1)
                stage.add(.attempt(stage.tried(channels[index % channels.count])), daysAgo: ago)
            }
        }
    }
}

extension Stage {
    /// An attempt that reaches nobody who decides: nothing follows from it but the count.
    mutating func tried(_ channel: Channel) -> Attempt {
        switch channel {
        case .phone:
            switch number(1...10) {
            case 1: return Attempt(.phone, .busy)
            case 2, 3: return Attempt(.phone, .gatekeeper, note: pick(Words.gatekeeper))
            default: return Attempt(.phone, .noAnswer)
            }
        case .voicemail:
            return Attempt(.voicemail, .leftMessage, conveyedValue: chance(40), note: maybe(Words.voicemail))
        case .liveMessage: return Attempt(.liveMessage, .leftMessage, note: maybe(Words.messages))
        case .email: return Attempt(.email, .sent, conveyedValue: chance(60), note: pick(Words.sent))
        case .text: return Attempt(.text, .sent, note: maybe(Words.texts))
        case .letter: return Attempt(.letter, .sent, conveyedValue: true, note: pick(Words.letters))
        case .dropIn: return Attempt(.dropIn, .gatekeeper, note: "left a card at the gate")
        case .networking: return Attempt(.networking, .sent, note: pick(Words.introductions))
        case .event: return Attempt(.event, .sent, conveyedValue: true, note: pick(Words.events))
        case .calendar: return Attempt(.calendar, .sent, note: "half an hour, to be confirmed")
        case .fax: return Attempt(.fax, .sent, note: "the order form they asked for")
        }
    }

    private mutating func maybe(_ words: [String]) -> String? {
        chance(30) ? pick(words) : nil
    }
}
