using BatchTools.LocalEngine.Api;

namespace BatchTools.LocalEngine.Tests.Api.Reading;

public sealed class MemberCheckTests
{
    [Theory]
    [InlineData("{}", "3 validation errors detected: Value null at 'jobDefinition' failed to satisfy constraint: Member must not be null; Value null at 'jobName' failed to satisfy constraint: Member must not be null; Value null at 'jobQueue' failed to satisfy constraint: Member must not be null")]
    [InlineData("{\"jobName\":\"n\",\"jobQueue\":\"q\",\"jobDefinition\":\"d\",\"dependsOn\":[{},{\"type\":\"n_to_n\"}]}", "1 validation error detected: Value 'n_to_n' at 'dependsOn.2.member.type' failed to satisfy constraint: Member must satisfy enum value set: [N_TO_N, SEQUENTIAL]")]
    [InlineData("{\"jobName\":\"n\",\"jobQueue\":\"q\",\"jobDefinition\":\"d\",\"tags\":{}}", "1 validation error detected: Value '0 items' at 'tags' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("{\"jobName\":\"n\",\"jobQueue\":\"q\",\"jobDefinition\":\"d\",\"tags\":{\"\":\"v\"}}", "1 validation error detected: Value '' at 'tags.' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("{\"jobName\":\"n\",\"jobQueue\":\"q\",\"jobDefinition\":\"d\",\"containerOverrides\":{\"resourceRequirements\":[{\"type\":\"CPU\"}]}}", "2 validation errors detected: Value 'CPU' at 'containerOverrides.resourceRequirements.1.member.type' failed to satisfy constraint: Member must satisfy enum value set: [GPU, VCPU, MEMORY]; Value null at 'containerOverrides.resourceRequirements.1.member.value' failed to satisfy constraint: Member must not be null")]
    public async Task A_broken_rule_is_told_with_its_path_and_value(string body, string message)
    {
        var reply = await Wire.SubmitAsync(body);

        Assert.Equal((400, "ClientException"), (reply.Status, reply.ErrorType));
        Assert.Equal(message, Wire.Message(reply));
    }

    [Fact]
    public async Task A_hostile_value_is_shown_cut()
    {
        var reply = await Wire.RegisterAsync($$"""{"jobDefinitionName":"n","type":"{{new string('x', 5000)}}"}""");

        Assert.Equal("ClientException", reply.ErrorType);
        Assert.InRange(Wire.Message(reply).Length, 100, 400);
    }

    [Fact]
    public void Failures_are_gathered_up_to_ten()
    {
        var check = new MemberCheck();
        check.Each("items", Enumerable.Repeat("", 1000).ToList(), static (check, at, item) => check.Length(at, item, 1, null));

        var error = Assert.Throws<ServiceError>(() => check.ThrowIfFailed("InvalidParameterException"));

        Assert.Equal("InvalidParameterException", error.Type);
        Assert.StartsWith("10 validation errors detected: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("at 'items.10.member' failed to satisfy constraint: Member must have length greater than or equal to 1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("/aws/batch/job", true)]
    [InlineData("a b", false)]
    [InlineData("a\n", false)]
    public void A_pattern_holds_for_the_whole_text(string value, bool holds)
    {
        var check = new MemberCheck();
        check.Pattern("logGroupName", value, "[\\.\\-_/#A-Za-z0-9]+");

        Assert.Equal(!holds, Record.Exception(() => check.ThrowIfFailed("x")) is not null);
    }

    [Fact]
    public void A_length_counts_characters_and_not_their_halves()
    {
        var check = new MemberCheck();
        check.Length("key", string.Concat(Enumerable.Repeat("𝄞", 128)), 1, 128);
        check.ThrowIfFailed("x");

        check.Length("key", string.Concat(Enumerable.Repeat("𝄞", 129)), 1, 128);
        Assert.Throws<ServiceError>(() => check.ThrowIfFailed("x"));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void A_range_holds_its_ends(int value, bool holds)
    {
        var check = new MemberCheck();
        check.Range("limit", value, 1, 50);

        Assert.Equal(!holds, Record.Exception(() => check.ThrowIfFailed("x")) is not null);
    }

    [Fact]
    public void What_is_absent_breaks_no_rule_but_being_required()
    {
        var check = new MemberCheck();
        check.Length("a", null, 1, 2);
        check.Pattern("b", null, "x");
        check.Range("c", null, 1, 2);
        check.Count<string>("d", null, 1, 2);
        check.OneOf("e", null, ["x"]);
        check.Each<string>("f", null, static (_, _, _) => throw new InvalidOperationException());

        check.ThrowIfFailed("x");
    }
}
