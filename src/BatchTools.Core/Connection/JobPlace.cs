using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Names where the jobs of a connection are.</summary>
internal static class JobPlace
{
    /// <summary>The account, as the ARN of a queue tells it, with Region and endpoint; without a queue the profile stands for it.</summary>
    public static async Task<string> OfAwsAsync(BatchConnection connection, CancellationToken cancellationToken)
    {
        var account = await AccountAsync(connection, cancellationToken) ?? connection.ProfileName ?? connection.Name;
        return string.Join(' ', new[] { connection.Region, account, connection.Endpoint?.AbsoluteUri }.OfType<string>());
    }

    private static async Task<string?> AccountAsync(BatchConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            var response = await new ServiceCall(connection, "batch:DescribeJobQueues", null)
                .InvokeAsync(token => connection.Batch.DescribeJobQueuesAsync(new DescribeJobQueuesRequest { MaxResults = 1 }, token), cancellationToken);
            return response.JobQueues is [{ JobQueueArn: { } arn }, ..] && arn.Split(':') is [_, _, _, _, var account, ..] ? account : null;
        }
        catch (BatchException denied) when (denied.Kind == ErrorKind.Denied)
        {
            return null;
        }
    }
}
