import Canvas
import Testing

@testable import Interface

/// The golden frames; `Golden` says how to record them anew.
@Suite("Golden frames") struct GoldenTests {
    @Test(arguments: Scene.all) func theScreenLooksAsRecorded(_ scene: Scene) {
        Golden.hold(scene.sizes.map { scene.make($0, $1).session.render() }, scene.name)
    }

    @Test func belowTheSmallestSizeTheScreenSaysWhatItNeeds() {
        Golden.hold(
            [(59, 16), (60, 15), (59, 15), (30, 3), (12, 1)].map { Pilot($0, $1).session.render() }, "too-small")
    }

    @Test(arguments: Scene.all) func belowTheSmallestSizeEverySceneSaysOnlyThat(_ scene: Scene) {
        let pilot = scene.make(80, 24)
        pilot.resize(59, 15)
        #expect(pilot.session.render() == Pilot(59, 15).session.render())
    }

    @Test func everyFileIsOfAScene() {
        #expect(Golden.names() == Set(Scene.all.map(\.name) + ["too-small"]))
    }

    @Test func everySceneHasAName() {
        #expect(Set(Scene.all.map(\.name)).count == Scene.all.count)
    }
}
