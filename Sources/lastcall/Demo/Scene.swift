import FoundationEssentials
import Pipeline

/// Something that happened with an invented lead. The first number is always how many days ago it was; a day to come is
/// negative.
struct Scene {
    let play: (inout Stage) -> Void
}

extension Scene {
    static func call(_ ago: Int, _ outcome: Outcome, _ note: String? = nil, minutes: UInt16? = nil) -> Scene {
        attempt(ago, Attempt(.phone, outcome, minutes: minutes, note: note))
    }

    static func sent(_ ago: Int, _ channel: Channel, _ note: String? = nil, value: Bool = false) -> Scene {
        let outcome: Outcome = channel.isDialled ? .leftMessage : .sent
        return attempt(ago, Attempt(channel, outcome, conveyedValue: value, note: note))
    }

    /// They made contact.
    static func wrote(_ ago: Int, _ note: String, by channel: Channel = .email) -> Scene {
        attempt(ago, Attempt(channel, .replied, inbound: true, note: note))
    }

    static func interested(_ ago: Int, _ note: String, minutes: UInt16 = 9) -> Scene {
        attempt(ago, Attempt(.phone, .interested, conveyedValue: true, minutes: minutes, note: note))
    }

    /// "Not now": a promise with a reason, else a put-off.
    static func notNow(
        _ ago: Int, until day: Int? = nil, at minute: Int? = nil, because reason: String? = nil, _ note: String? = nil
    ) -> Scene {
        Scene { stage in
            let next = day.map { DueTime(stage.day($0), minute: minute) }
            stage.add(
                .attempt(Attempt(.phone, .notNow, minutes: 5, note: note, next: next, because: reason)), daysAgo: ago)
        }
    }

    static func notInterested(_ ago: Int, again: Attempt.Again?, _ note: String) -> Scene {
        attempt(ago, Attempt(.phone, .notInterested, minutes: 3, note: note, again: again))
    }

    static func refused(_ ago: Int, _ words: String) -> Scene {
        attempt(ago, Attempt(.phone, .doNotContact, minutes: 1, note: words))
    }

    static func meeting(_ ago: Int, on day: Int, at minute: Int, _ note: String) -> Scene {
        Scene { stage in
            let due = DueTime(stage.day(day), minute: minute)
            stage.add(
                .attempt(Attempt(.phone, .meeting, conveyedValue: true, minutes: 12, note: note, next: due)),
                daysAgo: ago)
        }
    }

    static func bought(_ ago: Int, _ amount: Decimal, _ note: String) -> Scene {
        attempt(ago, Attempt(.phone, .bought, minutes: 20, note: note, amount: amount))
    }

    /// A visit, with the minutes that it took.
    static func visit(_ ago: Int, _ note: String, minutes: UInt16) -> Scene {
        attempt(ago, Attempt(.dropIn, .sent, conveyedValue: true, minutes: minutes, note: note))
    }

    /// Says goodbye through these channels, all on one day.
    static func goodbye(_ ago: Int, by channels: [Channel], override: String? = nil) -> Scene {
        Scene { stage in
            stage.add(.goodbye(override: override), daysAgo: ago)
            for channel in channels {
                let outcome: Outcome = channel.isDialled ? .leftMessage : .sent
                stage.add(.attempt(Attempt(channel, outcome, purpose: .goodbye)), daysAgo: ago)
            }
        }
    }

    private static func attempt(_ ago: Int, _ attempt: Attempt) -> Scene {
        Scene { $0.add(.attempt(attempt), daysAgo: ago) }
    }
}

extension Scene {
    static func learned(_ ago: Int, _ trait: Trait, _ why: String, is value: Trait.Value = .yes) -> Scene {
        act(ago, .trait(TraitFinding(trait, value, why: why)))
    }

    static func asked(_ ago: Int, _ question: Question, _ why: String, is value: Question.Value = .satisfied) -> Scene {
        act(ago, .question(QuestionFinding(question, value, why: why)))
    }

    /// The answers to the six criteria that are shipped, in their order.
    static func assessed(
        _ ago: Int, size: String, fit: String, access: String, budget: String, need: String, effort: String = "as usual"
    ) -> Scene {
        let answers = [
            "size": size, "fit": fit, "access": access, "budget": budget, "need": need, "effort": effort,
        ]
        return act(ago, .assess(answers, criteria: nil, score: nil))
    }

    static func saw(_ ago: Int, _ signal: Signal) -> Scene { act(ago, .signal(signal)) }
    static func order(_ ago: Int, _ amount: Decimal, pity: Bool = false) -> Scene {
        act(ago, .order(amount, isPity: pity))
    }
    static func compelling(_ ago: Int, _ why: String) -> Scene { act(ago, .compelling(why)) }
    static func letGo(_ ago: Int, _ why: String, _ manner: Manner) -> Scene { act(ago, .letGo(why: why, manner)) }
    static func keep(_ ago: Int, _ why: String) -> Scene { act(ago, .keep(why)) }
    static func revive(_ ago: Int, _ why: String) -> Scene { act(ago, .revive(why)) }
    static func allow(_ ago: Int, _ why: String) -> Scene { act(ago, .allowContact(why: why)) }
    static func note(_ ago: Int, _ text: String) -> Scene { act(ago, .note(text)) }

    /// The user's own next step, or a callback that is moved.
    static func plan(_ ago: Int, on day: Int, _ why: String? = nil) -> Scene {
        Scene { $0.add(.next(on: DueTime($0.day(day)), why: why), daysAgo: ago) }
    }

    static func park(_ ago: Int, until day: Int, _ why: String) -> Scene {
        Scene { $0.add(.park(until: $0.day(day), why: why), daysAgo: ago) }
    }

    static func promoted(_ ago: Int, to title: String) -> Scene {
        var fields = LeadFields()
        fields.title = title
        return act(ago, .edit(LeadEdit([.title], to: fields)))
    }

    /// The same person came on file a second time, and was merged into this one.
    static func duplicate(_ ago: Int, as name: String, source: String) -> Scene {
        Scene { stage in
            var fields = LeadFields(name: name)
            fields.source = source
            let other = LeadID.random(using: &stage.random)
            stage.add(.add(fields), daysAgo: ago, to: other)
            stage.add(.merge(stage.lead), daysAgo: ago, to: other)
        }
    }

    /// A call that was logged with the wrong lead, and taken back.
    static func slip(_ ago: Int) -> Scene {
        Scene { $0.addSlip(.attempt(Attempt(.phone, .noAnswer)), daysAgo: ago) }
    }

    private static func act(_ ago: Int, _ act: Act) -> Scene {
        Scene { $0.add(act, daysAgo: ago) }
    }
}
