using BatchTools.LocalEngine.Scheduling;
using BatchTools.LocalEngine.Storage;

namespace BatchTools.LocalEngine.Tests.Storage;

public sealed class AttemptCodecTests
{
    [Fact]
    public void Attempts_come_back_as_they_were()
    {
        Attempt[] attempts =
        [
            new()
            {
                TaskId = Guid.NewGuid(), ClusterName = "c", EnvironmentName = "e", ProcessId = 7, StartedAt = 1, StoppedAt = 2, ExitCode = 3,
                Reason = "größe \"quoted\"", StatusReason = "over",
            },
            new() { TaskId = Guid.NewGuid(), ClusterName = "c", EnvironmentName = "e" },
        ];

        Assert.Equal(attempts, AttemptCodec.Decode(AttemptCodec.Encode(attempts)));
    }

    [Fact]
    public void No_attempts_are_nothing()
    {
        Assert.Null(AttemptCodec.Encode([]));
        Assert.Empty(AttemptCodec.Decode(null));
    }
}
