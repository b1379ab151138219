import FoundationEssentials
import Pipeline

/// The kinds of life of the leads that are not written by hand.
enum Life {
    case new, tried, triedToday, triedYesterday, promised, callback, warm, customer, parked, letGo
    case lingering, antithesis, workedOut, doNotContact, bottom, cameBack

    /// The order in which they come round. The first nineteen stand around the written stories in the usual demo, which
    /// hold every decision already. A whole turn has twenty attempts to a lead on average.
    static let turns: [Life] = [
        .new, .tried, .promised, .tried, .new, .triedToday, .tried, .customer, .warm, .tried, .new, .callback, .tried,
        .parked, .new, .triedYesterday, .letGo, .promised, .tried,
        .customer, .lingering, .parked, .warm, .workedOut, .letGo, .antithesis, .customer, .doNotContact, .bottom,
        .cameBack,
    ]

    /// Invents one such life.
    func story(_ stage: inout Stage) -> Story {
        let channels = Words.mixes.randomElement(using: &stage.random) ?? [.phone]
        var work = Effort(channels: channels)
        let scenes = scenes(&work, &stage)
        let onFile = min(725, work.from + stage.number(0...4))
        return Story(
            onFile, stage.pick(Words.first) + " " + stage.pick(Words.last), stage.pick(Words.titles),
            stage.pick(Words.firm) + " " + stage.pick(Words.trade), City.all.randomElement(using: &stage.random),
            from: stage.pick(Words.sources), worth: stage.chance(35) ? Decimal(stage.number(2...80) * 1000) : nil,
            tags: stage.chance(50) ? [stage.pick(Words.tags)] : [], by: ways(channels, &stage),
            extras(onFile, &stage) + scenes)
    }

    /// What happened, in order of time; `work` learns when it began.
    private func scenes(_ work: inout Effort, _ stage: inout Stage) -> [Scene] {
        switch self {
        case .new:
            work.from = stage.number(1...12)
            return []
        case .tried: return [work.tries(1...18, until: stage.number(9...20), &stage)]
        case .triedToday: return [work.tries(6...16, until: 0, &stage)]
        case .triedYesterday: return [work.tries(11...17, until: 1, &stage)]
        case .promised:
            let talked = stage.number(5...40)
            let reason = stage.pick(Words.promises)
            return [
                work.tries(8...26, until: talked + 3, &stage),
                .notNow(talked, until: -stage.number(3...45), because: reason),
            ]
        case .callback:
            let talked = stage.number(20...50)
            return [
                work.tries(10...30, until: talked + 4, &stage),
                .notNow(talked, until: stage.number(8...15), stage.pick(Words.putOffs)),
                .plan(stage.number(1...6), on: stage.chance(50) ? 0 : -3),
            ]
        case .warm: return warm(&work, &stage)
        case .customer: return customer(&work, &stage)
        case .parked:
            let talked = stage.number(15...90)
            return [
                work.tries(12...36, until: talked + 3, &stage), .notNow(talked, stage.pick(Words.putOffs)),
                .park(talked, until: stage.number(-120...10), stage.pick(Words.promises)),
            ]
        case .letGo:
            let talked = stage.number(40...300)
            let work = work.tries(12...40, until: talked + 3, &stage)
            if stage.chance(50) { return [work, .notInterested(talked, again: nil, stage.pick(Words.refusals))] }
            return [work, .bottom(talked + 1), .letGo(talked, "bottom tier", .quiet)]
        case .lingering:
            let kept: [Scene] = stage.chance(25) ? [.keep(8, stage.pick(Words.promises))] : []
            return [
                work.tries(16...44, until: 121, &stage), .notNow(118, until: 90, stage.pick(Words.putOffs)),
                .notNow(88, until: 60, stage.pick(Words.putOffs)), .sent(70, .email, stage.pick(Words.sent)),
                .notNow(57, until: 20, stage.pick(Words.putOffs)),
            ] + kept
        case .antithesis:
            return [
                work.tries(20...40, until: 210, &stage), .saw(205, .any(of: .lure, &stage)),
                .sent(190, .email, "offer"),
                .saw(150, .any(of: .letDown, &stage)), .saw(120, .any(of: .makeUp, &stage)),
                .work(100, to: 15, times: 9, by: [.phone]),
            ]
        case .workedOut: return [work.tries(20...36, until: stage.number(8...30), &stage)]
        case .doNotContact:
            let talked = stage.number(15...300)
            let refused = [
                work.tries(3...20, until: talked + 2, &stage), .refused(talked, stage.pick(Words.refusals)),
            ]
            if stage.chance(80) { return refused }
            return refused + [
                .wrote(12, "changed their mind, and rang", by: .phone), .allow(12, "they rang, and asked to be called"),
                .revive(12, "they rang, and asked for a price"), .call(11, .noAnswer),
            ]
        case .bottom:
            let talked = stage.number(8...40)
            return [work.tries(4...18, until: talked + 1, &stage), .bottom(talked)]
        case .cameBack:
            return [
                work.tries(20...38, until: 60, &stage), .maybe(55),
                .goodbye(54, by: [.voicemail, .email, .liveMessage]),
                .wrote(51, stage.pick(Words.replies)),
            ] + (stage.chance(80) ? [.work(50, to: 12, times: 3, by: [.phone, .email])] : [])
        }
    }

    private func warm(_ work: inout Effort, _ stage: inout Stage) -> [Scene] {
        let talked = stage.number(5...12)
        let trait = Trait.allCases.randomElement(using: &stage.random) ?? .money
        let scenes: [Scene] = [
            work.tries(10...34, until: talked + 5, &stage), .interested(talked, stage.pick(Words.interests)),
            .learned(talked, trait, stage.pick(Words.evidence[trait] ?? [])),
        ]
        if stage.chance(30) { return scenes + [.compelling(talked, stage.pick(Words.reasons))] }
        return scenes + [.asked(talked, .budget, stage.pick(Words.evidence[.money] ?? []))]
    }

    private func customer(_ work: inout Effort, _ stage: inout Stage) -> [Scene] {
        let bought = stage.number(300...420)
        var scenes: [Scene] = [
            work.tries(6...20, until: bought + 9, &stage), .interested(bought + 6, stage.pick(Words.interests)),
        ]
        scenes += Trait.allCases.map { .learned(bought + 6, $0, stage.pick(Words.evidence[$0] ?? [])) }
        scenes.append(.bought(bought, Decimal(stage.number(20...80) * 500), "the first order"))
        // What keeps a customer: some contact, and now and then an order.
        for ago in [220, 140, 60] {
            scenes.append(.work(ago + 60, to: ago + 2, times: stage.number(6...16), by: [.email, .phone, .phone]))
            scenes.append(.order(ago, Decimal(stage.number(4...40) * 500)))
        }
        return scenes + [.call(stage.number(20...50), .interested, "all runs well", minutes: 6)]
    }

    private func extras(_ onFile: Int, _ stage: inout Stage) -> [Scene] {
        var scenes: [Scene] = []
        if stage.chance(20) { scenes.append(.note(onFile, stage.pick(Words.notes))) }
        if stage.chance(8) { scenes.append(.promoted(onFile, to: stage.pick(Words.titles))) }
        if stage.chance(2) {
            scenes.append(.duplicate(onFile, as: stage.pick(Words.last), source: stage.pick(Words.sources)))
        }
        if self != .new, stage.chance(4) { scenes.append(.slip(onFile)) }
        return scenes
    }

    private func ways(_ channels: [Channel], _ stage: inout Stage) -> [Story.Way] {
        var ways: [Story.Way] = [.phone]
        if channels.contains(.text) || stage.chance(20) { ways.append(.mobile) }
        if channels.contains(.email) || stage.chance(50) { ways.append(.email) }
        if channels.contains(.networking) { ways.append(.linkedIn) }
        if channels.contains(.letter) { ways.append(.address("\(stage.number(1...180)) \(stage.pick(Words.streets))")) }
        return ways
    }
}

/// The work on one lead: through which channels, and since when.
private struct Effort {
    let channels: [Channel]
    var from = 0

    /// So many tries, the last of them so many days ago, some days apart, within two years.
    mutating func tries(_ times: ClosedRange<Int>, until last: Int, _ stage: inout Stage) -> Scene {
        let count = stage.number(times)
        from = min(720, last + (count - 1) * stage.number(3...8))
        return .work(from, to: last, times: count, by: channels)
    }
}

extension Scene {
    fileprivate static func bottom(_ ago: Int) -> Scene {
        .assessed(
            ago, size: "small", fit: "far", access: "none", budget: "no cycle known", need: "somewhat",
            effort: "a great deal")
    }

    fileprivate static func maybe(_ ago: Int) -> Scene {
        .assessed(
            ago, size: "medium", fit: "partly", access: "through others", budget: "next year", need: "somewhat")
    }
}

extension Signal {
    fileprivate static func any(of phase: Phase, _ stage: inout Stage) -> Signal {
        allCases.filter { $0.phase == phase }.randomElement(using: &stage.random) ?? .hugePotential
    }
}
