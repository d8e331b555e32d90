using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Catalog;

namespace BatchTools.LocalEngine.Tests.Api.Batch;

/// <summary>The instance types that an environment may have.</summary>
public sealed class InstanceTypeRulesTests
{
    [Theory]
    [InlineData]
    [InlineData("optimal")]
    [InlineData("optimal", "c7i")]
    [InlineData("default_x86_64")]
    [InlineData("default_arm64", "c7g", "m6gd.metal", "x2gd.medium", "is4gen.large", "a1")]
    [InlineData("g4dn.xlarge", "p4d.24xlarge", "p5", "u-6tb1.112xlarge", "i4i.metal", "m7i.metal-24xl", "hpc6a", "trn1.32xlarge")]
    public void They_are_taken(params string[] names) => InstanceTypeRules.Check(names);

    [Fact]
    public void All_of_the_table_but_burstable_ones_are_taken_by_type_and_family() =>
        Assert.All(InstanceCatalog.Embedded.Types.Where(type => !type.IsBurstable), type => InstanceTypeRules.Check([type.Name, type.Family]));

    [Theory]
    [InlineData("t3.large")]
    [InlineData("m5", "t4g")]
    [InlineData("m5.larg")]
    [InlineData("M5.large")]
    [InlineData("large")]
    [InlineData("default-x86_64")]
    [InlineData("")]
    public void They_are_refused_in_awss_words(params string[] names) =>
        Assert.Contains("Instance type can only be one of [optimal, ", Refusal(names), StringComparison.Ordinal);

    [Theory]
    [InlineData("m5", "m6g")]
    [InlineData("optimal", "c7g.large")]
    [InlineData("default_arm64", "default_x86_64")]
    public void Arm_goes_with_nothing_else(params string[] names) =>
        Assert.Contains("arm-based instance type cannot be used with other instance types.", Refusal(names), StringComparison.Ordinal);

    private static string Refusal(string[] names) => Assert.Throws<ServiceError>(() => InstanceTypeRules.Check(names)).Message;
}
