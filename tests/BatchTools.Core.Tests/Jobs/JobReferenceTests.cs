namespace BatchTools.Tests;

public sealed class JobReferenceTests
{
    [Theory]
    [InlineData("4c2f1c1e-0f0a-4d0e-9f0c-2a1b3c4d5e6f", "4c2f1c1e-0f0a-4d0e-9f0c-2a1b3c4d5e6f")]
    [InlineData("4c2f1c1e:7", "4c2f1c1e:7")]
    [InlineData("4c2f1c1e#0", "4c2f1c1e#0")]
    [InlineData("arn:aws:batch:us-east-1:123456789012:job/4c2f1c1e:7", "4c2f1c1e:7")]
    [InlineData("arn:aws-cn:batch:cn-north-1:123456789012:job/4c2f1c1e", "4c2f1c1e")]
    [InlineData(" 4c2f1c1e\n", "4c2f1c1e")]
    public void Ids_and_ARNs_are_read(string text, string id) => Assert.Equal(id, JobReference.To(text).JobId);

    [Theory]
    [InlineData("")]
    [InlineData("Amazon.Batch.Model.JobSummary")]
    [InlineData("BatchTools.Job")]
    [InlineData("System.Collections.Hashtable")]
    [InlineData("two words")]
    [InlineData("arn:aws:batch:us-east-1:123456789012:job-queue/hpc")]
    [InlineData("4c2f1c1e:")]
    [InlineData("4c2f1c1e:x")]
    public void What_is_no_id_is_refused_before_any_call(string text)
    {
        var error = Assert.Throws<BatchException>(() => JobReference.To(text));
        Assert.Equal((nameof(Messages.InvalidJobId), ErrorKind.InvalidInput, text), (error.ErrorId, error.Kind, error.Target));
    }

    [Fact]
    public void A_job_brings_its_connection()
    {
        var connection = new StandInConnection().Connection;
        JobReference reference = new Job { JobId = "one", Connection = connection };
        Assert.Equal(("one", connection), (reference.JobId, reference.Connection));
    }
}
