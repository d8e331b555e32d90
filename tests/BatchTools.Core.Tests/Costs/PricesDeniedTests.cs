using System.Net;
using Amazon.EC2.Model;
using Amazon.Pricing.Model;
using Amazon.Runtime;

namespace BatchTools.Tests;

public sealed class PricesDeniedTests
{
    private readonly StandInConnection _service = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_may_not_read_prices_is_told_which_permission_is_missing_and_gets_no_error()
    {
        var environments = new QueueEnvironments(_service.Connection, _service.Reporter);
        environments.Add("q", [Environment(ComputeResourceType.FARGATE), Environment(ComputeResourceType.EC2), Environment(ComputeResourceType.UNKNOWN)]);
        _service.Pricing.On<GetProductsRequest, GetProductsResponse>(GetProductsResponse (_) =>
            throw new AmazonServiceException("not authorized", ErrorType.Sender, "AccessDeniedException", "r", HttpStatusCode.BadRequest));
        _service.EC2.On<DescribeInstanceTypesRequest, DescribeInstanceTypesResponse>(_ => new() { InstanceTypes = [new() { InstanceType = "m5.large" }] });

        var rates = await new QueueRates(_service.Connection, environments).OfAsync("q", new(1, 1024, 0), 1, Cancel);

        Assert.All(rates, rate => Assert.Equal(CostRange.Unknown, rate.PerHour));
        Assert.Equal(2, rates.Count(rate => rate.Missing!.Contains("pricing:GetProducts", StringComparison.Ordinal)));
        Assert.Contains("made of", rates[2].Missing, StringComparison.Ordinal);
        Assert.Empty(_service.Reporter.Errors);
    }

    [Fact]
    public async Task A_type_is_asked_for_once_however_many_jobs_and_queues_need_it()
    {
        var environments = new QueueEnvironments(_service.Connection, _service.Reporter);
        environments.Add("one", [Environment(ComputeResourceType.EC2)]);
        environments.Add("two", [Environment(ComputeResourceType.EC2)]);
        _service.Pricing.On<GetProductsRequest, GetProductsResponse>(request =>
        {
            Assert.Contains(request.Filters!, filter => filter is { Field: "instanceType", Value: "m5.large" });
            return new();
        });
        _service.EC2.On<DescribeInstanceTypesRequest, DescribeInstanceTypesResponse>(_ => new());

        for (var vcpu = 1; vcpu < 5; vcpu++)
        {
            foreach (var queue in (string[])["one", "two"])
                await new QueueRates(_service.Connection, environments).OfAsync(queue, new(vcpu, 1024, 0), 1, Cancel);
        }

        Assert.Equal((1, 1), (_service.Pricing.Count<GetProductsRequest>(), _service.EC2.Count<DescribeInstanceTypesRequest>()));
    }

    private ComputeEnvironment Environment(ComputeResourceType type) =>
        new() { ComputeEnvironmentName = type.ToString(), ResourceType = type, InstanceTypes = ["m5.large"], Connection = _service.Connection };
}
