namespace BatchTools.Tests;

public sealed class JobFailureTests
{
    [Theory]
    [InlineData("Essential container in task exited", null, 1, FailureClass.Application)]
    [InlineData("Essential container in task exited", "OutOfMemoryError: Container killed due to memory usage", 137, FailureClass.OutOfMemory)]
    [InlineData("Job attempt duration exceeded timeout", null, 137, FailureClass.Timeout)]
    [InlineData("Job attempt duration exceeded timeout", null, null, FailureClass.Timeout)]
    [InlineData("Host EC2 (instance i-0123) terminated.", null, null, FailureClass.Spot)]
    [InlineData("Your Spot Task was interrupted.", null, 143, FailureClass.Spot)]
    [InlineData("Essential container in task exited", "Your Spot Task was interrupted.", 143, FailureClass.Spot)]
    [InlineData("Task failed to start", "CannotPullContainerError: no such image", null, FailureClass.Start)]
    [InlineData("Essential container in task exited", "CannotStartContainerError: exec: not found", 127, FailureClass.Start)]
    [InlineData("Container Overrides length must be at most 8192", null, null, FailureClass.Start)]
    [InlineData("Dependent Job failed", null, null, FailureClass.Dependency)]
    [InlineData("Array Child Job failed", null, null, FailureClass.Child)]
    [InlineData("JobQueue deleted", null, null, FailureClass.Stopped)]
    [InlineData("Canceled by JobStateTimeLimit action due to reason: CAPACITY:INSUFFICIENT_INSTANCE_CAPACITY", null, null, FailureClass.Stopped)]
    [InlineData("wrong force field", null, 143, FailureClass.Stopped)]
    [InlineData(null, null, 2, FailureClass.Application)]
    [InlineData(null, null, null, FailureClass.Unknown)]
    public void The_reasons_tell_the_class(string? statusReason, string? reason, int? exitCode, FailureClass expected) =>
        Assert.Equal(expected, JobFailure.Of(statusReason, reason, exitCode, isStopped: false));

    [Fact]
    public void A_job_that_was_stopped_is_of_that_class_whatever_its_container_said() =>
        Assert.Equal(FailureClass.Stopped, JobFailure.Of("Essential container in task exited", "OutOfMemoryError", 137, isStopped: true));
}
