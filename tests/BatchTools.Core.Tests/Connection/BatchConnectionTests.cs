namespace BatchTools.Tests;

public sealed class BatchConnectionTests
{
    private const string Secret = "wJalrXUtnFEMI-K7MDENG";

    [Fact]
    public void Settings_and_connections_never_show_a_secret()
    {
        var aws = new AwsConnectionSettings { AccessKeyId = "AKID", SecretAccessKey = Secret, SessionToken = Secret, Region = "us-east-1" };
        var local = new LocalConnectionSettings { Endpoint = new Uri("http://127.0.0.1:9/"), AccessKeyId = "AKID", SecretAccessKey = Secret, DataDirectory = "/data" };

        Assert.All(
            new object[] { aws, local, BatchConnection.ToAws(aws), BatchConnection.ToLocal(local) },
            one => Assert.DoesNotContain(Secret, one.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_local_connection_tells_what_it_is()
    {
        var before = DateTime.Now;
        var connection = BatchConnection.ToLocal(new LocalConnectionSettings
        {
            Endpoint = new Uri("http://127.0.0.1:9/"),
            AccessKeyId = "AKID",
            SecretAccessKey = Secret,
            DataDirectory = "/data",
        });

        Assert.Equal(("local", BatchConnectionKind.Local, "us-east-1", "/data", "http://127.0.0.1:9/"), (
            connection.ToString(), connection.Kind, connection.Region, connection.DataDirectory, connection.Endpoint!.AbsoluteUri));
        Assert.InRange(connection.ConnectedAt, before, DateTime.Now);
        Assert.Same(PollingIntervals.ForLocal, connection.Intervals);
    }

    [Fact]
    public async Task What_a_connection_owns_ends_with_it()
    {
        var owned = new Owned();
        var connection = BatchConnection.ToLocal(new LocalConnectionSettings
        {
            Endpoint = new Uri("http://127.0.0.1:9/"),
            AccessKeyId = "AKID",
            SecretAccessKey = Secret,
            DataDirectory = "/data",
            Owned = owned,
        });

        await connection.DisposeAsync();

        Assert.True(owned.Ended);
    }

    private sealed class Owned : IAsyncDisposable
    {
        public bool Ended { get; private set; }

        public ValueTask DisposeAsync()
        {
            Ended = true;
            return ValueTask.CompletedTask;
        }
    }
}
