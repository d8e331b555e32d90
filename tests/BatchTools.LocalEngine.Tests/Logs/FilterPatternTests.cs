using System.Text;
using BatchTools.LocalEngine.Logs;

namespace BatchTools.LocalEngine.Tests.Logs;

public sealed class FilterPatternTests
{
    [Theory]
    [InlineData(null, "anything", true)]
    [InlineData("", "anything", true)]
    [InlineData("ERROR", "an ERROR here", true)]
    [InlineData("ERROR", "an error here", false)]
    [InlineData("ERROR disk", "disk ERROR", true)]
    [InlineData("ERROR disk", "ERROR", false)]
    [InlineData("\"disk full\"", "the disk full now", true)]
    [InlineData("\"disk full\"", "the disk is full", false)]
    [InlineData("ERROR -retry", "ERROR", true)]
    [InlineData("ERROR -retry", "ERROR, will retry", false)]
    [InlineData("?ERROR ?WARN", "WARN", true)]
    [InlineData("?ERROR ?WARN", "INFO", false)]
    [InlineData("-\"a b\"", "a b", false)]
    [InlineData("\"say \\\"hi\\\"\"", "say \"hi\"", true)]
    public void Terms_are_looked_for(string? pattern, string message, bool matches) =>
        Assert.Equal(matches, FilterPattern.Parse(pattern).Matches(Encoding.UTF8.GetBytes(message)));

    [Theory]
    [InlineData("{ $.level = \"ERROR\" }")]
    [InlineData("[ip, user]")]
    [InlineData("%ERR%")]
    [InlineData("\"open")]
    public void Other_patterns_are_refused(string pattern) => Assert.Throws<FormatException>(() => FilterPattern.Parse(pattern));
}
