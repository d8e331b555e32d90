using Amazon;
using Amazon.Batch;
using Amazon.Batch.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;

namespace BatchTools.Aws.Tests;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("us-east-1", false, false, "https://batch.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", true, false, "https://fips.batch.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", false, true, "https://batch.us-east-1.api.aws")]
    [InlineData("us-east-1", true, true, "https://batch-fips.us-east-1.api.aws")]
    [InlineData("eu-central-2", false, false, "https://batch.eu-central-2.amazonaws.com")]
    [InlineData("cn-north-1", false, false, "https://batch.cn-north-1.amazonaws.com.cn")]
    [InlineData("cn-north-1", true, false, "https://batch-fips.cn-north-1.amazonaws.com.cn")]
    [InlineData("cn-northwest-1", false, true, "https://batch.cn-northwest-1.api.amazonwebservices.com.cn")]
    [InlineData("us-gov-west-1", false, false, "https://batch.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "https://batch.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, true, "https://batch-fips.us-gov-west-1.api.aws")]
    [InlineData("us-iso-east-1", false, false, "https://batch.us-iso-east-1.c2s.ic.gov")]
    [InlineData("us-isob-east-1", true, false, "https://batch-fips.us-isob-east-1.sc2s.sgov.gov")]
    [InlineData("us-east-99", false, false, "https://batch.us-east-99.amazonaws.com")]
    public void Batch_is_where_aws_says(string region, bool fips, bool dualStack, string url)
    {
        var config = new AmazonBatchConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), UseFIPSEndpoint = fips, UseDualstackEndpoint = dualStack };
        using var client = new AmazonBatchClient(new AnonymousAWSCredentials(), config);

        Assert.Equal(url, client.DetermineServiceOperationEndpoint(new ListJobsRequest()).URL.TrimEnd('/'));
    }

    [Theory]
    [InlineData("us-east-1", false, false, "https://logs.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", true, false, "https://logs-fips.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", false, true, "https://logs.us-east-1.api.aws")]
    [InlineData("us-east-1", true, true, "https://logs-fips.us-east-1.api.aws")]
    [InlineData("us-gov-east-1", true, false, "https://logs.us-gov-east-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "https://logs.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", false, false, "https://logs.us-gov-west-1.amazonaws.com")]
    [InlineData("cn-north-1", false, false, "https://logs.cn-north-1.amazonaws.com.cn")]
    public void Logs_are_where_aws_says(string region, bool fips, bool dualStack, string url)
    {
        var config = new AmazonCloudWatchLogsConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), UseFIPSEndpoint = fips, UseDualstackEndpoint = dualStack };
        using var client = new AmazonCloudWatchLogsClient(new AnonymousAWSCredentials(), config);

        Assert.Equal(url, client.DetermineServiceOperationEndpoint(new GetLogEventsRequest()).URL.TrimEnd('/'));
    }

    [Fact]
    public void A_custom_endpoint_is_taken_as_it_is()
    {
        var config = new AmazonBatchConfig { ServiceURL = "http://127.0.0.1:4566/base", AuthenticationRegion = "us-east-1" };
        using var client = new AmazonBatchClient(new AnonymousAWSCredentials(), config);

        Assert.Equal("http://127.0.0.1:4566/base", client.DetermineServiceOperationEndpoint(new ListJobsRequest()).URL.TrimEnd('/'));
    }

    [Theory]
    [InlineData(true, false, "FIPS")]
    [InlineData(false, true, "Dualstack")]
    public void A_custom_endpoint_goes_with_neither_fips_nor_dual_stack(bool fips, bool dualStack, string named)
    {
        var config = new AmazonBatchConfig { ServiceURL = "http://127.0.0.1:4566", UseFIPSEndpoint = fips, UseDualstackEndpoint = dualStack };
        using var client = new AmazonBatchClient(new AnonymousAWSCredentials(), config);

        var error = Assert.Throws<AmazonClientException>(() => client.DetermineServiceOperationEndpoint(new ListJobsRequest()));

        Assert.Equal($"Invalid Configuration: {named} and custom endpoint are not supported", error.Message);
    }
}
