import FoundationEssentials
import Pipeline

/// Invents as many leads as are wanted, and what happened with them over two years: the written stories first, which
/// show all that there is to see, and then lives in turn. The same seed and time give the same.
struct Invention {
    private var seeds: SplitMix64
    private let now: Now
    private let stories: [Story]
    private var count = 0

    init(seed: UInt64, now: Now) {
        seeds = SplitMix64(seed: seed)
        self.now = now
        stories = Story.waiting + Story.calling + Story.deciding + Story.elsewhere
    }

    /// The acts of one more lead, in order of time.
    mutating func lead() -> Stage {
        var stage = Stage(now: now, seed: seeds.next())
        if count < stories.count {
            stories[count].play(on: &stage)
        } else {
            Life.turns[(count - stories.count) % Life.turns.count].story(&stage).play(on: &stage)
        }
        count += 1
        return stage
    }
}
