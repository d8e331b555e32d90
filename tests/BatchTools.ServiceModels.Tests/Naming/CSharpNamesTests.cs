using BatchTools.ServiceModels.Naming;

namespace BatchTools.ServiceModels.Tests.Naming;

public sealed class CSharpNamesTests
{
    [Theory]
    [InlineData("jobName", "JobName")]
    [InlineData("minvCpus", "MinvCpus")]
    [InlineData("arn", "Arn")]
    [InlineData("KMSKey", "KMSKey")]
    public void A_property_is_the_member_with_a_capital(string member, string property) => Assert.Equal(property, CSharpNames.Property(member));

    [Theory]
    [InlineData("ENABLED", "ENABLED")]
    [InlineData("N_TO_N", "N_TO_N")]
    [InlineData("json-file", "JsonFile")]
    [InlineData("fluentd", "Fluentd")]
    [InlineData("LastEventTime", "LastEventTime")]
    [InlineData("a.b/c d", "ABCD")]
    [InlineData("1st", "_1st")]
    public void An_enum_field_is_the_value_s_words_with_capitals(string value, string field) => Assert.Equal(field, CSharpNames.EnumField(value));

    [Theory]
    [InlineData("a\"b\\c\n", "\"a\\\"b\\\\c\\n\"")]
    [InlineData("", "\"\"")]
    public void A_literal_escapes_what_it_must(string text, string literal) => Assert.Equal(literal, CSharpNames.Literal(text));
}
