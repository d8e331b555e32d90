using System.Text;
using BatchTools.LocalEngine.Logs.Filtering;
using BatchTools.LocalEngine.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace BatchTools.LocalEngine.Tests.Logs.Filtering;

/// <summary>Filter patterns, most of them from CloudWatch Logs' own pages.</summary>
public sealed class FilterPatternTests
{
    private const string Trail = """
        { "eventType": "UpdateTrail", "sourceIPAddress": "111.111.111.111", "arrayKey": ["value", "another value"],
          "objectList": [{ "name": "a", "id": 1 }, { "name": "b", "id": 2 }], "SomeObject": null, "ThisFlag": true, "cluster.name": "c" }
        """;

    private const string Users = """
        { "user": { "id": 1, "email": "John.Stiles@example.com" },
          "users": [{ "id": 2, "email": "John.Doe@example.com" }, { "id": 3, "email": "Jane.Doe@example.com" }],
          "actions": ["GET", "PUT", "DELETE"], "coordinates": [[0, 1, 2], [4, 5, 6], [7, 8, 9]] }
        """;

    private const string Numbers = """{"latency": 500, "numbers": [9999, 1e3], "code": "404", "big": 1e400, "text": "5 apples"}""";

    private const string Access = "127.0.0.1 Prod frank [10/Oct/2000:13:25:15 -0700] \"GET /index.html HTTP/1.0\" 404 1534";

    [Theory]
    [InlineData(null, "anything", true)]
    [InlineData("", "anything", true)]
    [InlineData("\" \"", "anything", true)]
    [InlineData("ERROR", "an ERROR here", true)]
    [InlineData("ERROR", "an error here", false)]
    [InlineData("ERROR disk", "disk ERROR", true)]
    [InlineData("ERROR disk", "ERROR", false)]
    [InlineData("\"disk full\"", "the disk full now", true)]
    [InlineData("\"disk full\"", "the disk is full", false)]
    [InlineData("ERROR -retry", "ERROR", true)]
    [InlineData("ERROR -retry", "ERROR, will retry", false)]
    [InlineData("\"ERROR\" - \"Exiting\"", "Exiting with ERRORCODE: -1", false)]
    [InlineData("?ERROR ?WARN", "WARN", true)]
    [InlineData("?ERROR ?WARN", "INFO", false)]
    [InlineData("?ERROR ?ARGUMENTS REQUEST", "[INFO] REQUEST FAILED", true)]
    [InlineData("-\"a b\"", "a b", false)]
    [InlineData("\"say \\\"hi\\\"\"", "say \"hi\"", true)]
    [InlineData("%AUTHORIZED%", "[ERROR 401] UNAUTHORIZED REQUEST", true)]
    [InlineData("%^AUTHORIZED%", "[ERROR 401] UNAUTHORIZED REQUEST", false)]
    [InlineData("%10\\.10\\.0\\.[1-9]{1,2}%", "from 10.10.0.12", true)]
    public void Terms_and_expressions_are_looked_for(string? pattern, string message, bool matches) => Assert.Equal(matches, Matches(pattern, message));

    [Theory]
    [InlineData("{ $.eventType = \"UpdateTrail\" }", true)]
    [InlineData("{ $.eventType = updatetrail }", false)]
    [InlineData("{$.eventType=Update*}", true)]
    [InlineData("{ $.eventType = \"*Trail\" }", true)]
    [InlineData("{ $.eventType = \"*\" }", true)]
    [InlineData("{ $.eventType = U*l }", true)]
    [InlineData("{ $.eventType = %Trail% }", true)]
    [InlineData("{ $.eventType != %Trail% }", false)]
    [InlineData("{ $.sourceIPAddress != 123.123.* }", true)]
    [InlineData("{ $.sourceIPAddress != 111.111.* }", false)]
    [InlineData("{ $.arrayKey[0] = \"value\" }", true)]
    [InlineData("{ $.arrayKey[1] = \"value\" }", false)]
    [InlineData("{ $.arrayKey[2] != \"value\" }", false)]
    [InlineData("{ $.arrayKey[*] = %val.{2}% }", true)]
    [InlineData("{ $.arrayKey = \"value\" }", false)]
    [InlineData("{ $.arrayKey != \"value\" }", false)]
    [InlineData("{ $.* = %111\\.111\\.111\\.1[0-9]{1,2}% }", true)]
    [InlineData("{ $.objectList[1].id = 2 }", true)]
    [InlineData("{ $.objectList[*].id = 3 }", false)]
    [InlineData("{ $.['cluster.name'] = \"c\" }", true)]
    [InlineData("{ $.cluster.name = \"c\" }", false)]
    [InlineData("{ $.SomeObject IS NULL }", true)]
    [InlineData("{ $.eventType IS NULL }", false)]
    [InlineData("{ $.SomeOtherObject IS NULL }", false)]
    [InlineData("{ $.SomeOtherObject NOT EXISTS }", true)]
    [InlineData("{ $.SomeObject NOT EXISTS }", false)]
    [InlineData("{ $.ThisFlag IS TRUE }", true)]
    [InlineData("{ $.ThisFlag IS FALSE }", false)]
    [InlineData("{ $.SomeOtherObject != \"x\" }", false)]
    public void Conditions_look_at_members_of_JSON(string pattern, bool matches) => Assert.Equal(matches, Matches(pattern, Trail));

    [Theory]
    [InlineData("{ ($.user.id = 1) && ($.users[0].email = \"John.Doe@example.com\") }", true)]
    [InlineData("{ $.user.email = \"John.Stiles@example.com\" || $.coordinates[0][1] = nonmatch && $.actions[2] = nomatch }", true)]
    [InlineData("{ ($.user.email = \"John.Stiles@example.com\" || $.coordinates[0][1] = nonmatch) && $.actions[2] = nomatch }", false)]
    [InlineData("{ ($.user.id = 2 && $.users[0].email = \"nonmatch\") || $.actions[2] = \"GET\" }", false)]
    [InlineData("{ $.coordinates[1][2] = 6 }", true)]
    public void Conditions_are_joined(string pattern, bool matches) => Assert.Equal(matches, Matches(pattern, Users));

    [Theory]
    [InlineData("{ $.latency >= 500 }", true)]
    [InlineData("{ $.latency > 500 }", false)]
    [InlineData("{ $.latency = 5e2 }", true)]
    [InlineData("{ $.latency != 500.0 }", false)]
    [InlineData("{ $.latency = 5* }", true)]
    [InlineData("{ $.numbers[0] < 10e3 }", true)]
    [InlineData("{ $.numbers[0] < 10e-3 }", false)]
    [InlineData("{ $.numbers[1] = 1000 }", true)]
    [InlineData("{ $.latency > +1000 }", false)]
    [InlineData("{ $.latency > -1 }", true)]
    [InlineData("{ $.code = 404 }", true)]
    [InlineData("{ $.code > 400 }", false)]
    [InlineData("{ $.big > 400 }", true)]
    public void Numbers_are_compared(string pattern, bool matches) => Assert.Equal(matches, Matches(pattern, Numbers));

    [Theory]
    [InlineData("not JSON")]
    [InlineData("{not JSON}")]
    [InlineData("[\"level\"]")]
    [InlineData("")]
    public void What_is_no_object_of_JSON_matches_no_condition(string message) => Assert.False(Matches("{ $.level NOT EXISTS }", message));

    [Theory]
    [InlineData("[ip=%127\\.0\\.0\\.[1-9]%, user, username, timestamp, request =*.html*, status_code = 4*, bytes]", true)]
    [InlineData("[..., request =*.html*, status_code = 4*, bytes]", true)]
    [InlineData("[..., request=*.html*, status_code=4*,]", true)]
    [InlineData("[ip, user, ..., bytes > 1534]", false)]
    [InlineData("[ip, ..., status_code = 404 || status_code = 410, bytes >= 1e3 && bytes < 2000]", true)]
    [InlineData("[ip, user, username, timestamp = 10/Oct*, ...]", true)]
    [InlineData("[a, b, c, d, e, f, g, h]", false)]
    [InlineData("[w1=127.0.0.1, w2]", true)]
    [InlineData("[w1=127.0.0.1]", false)]
    [InlineData("[w1!=ERROR && w1!=WARNING, w2]", true)]
    public void Columns_are_looked_at(string pattern, bool matches) => Assert.Equal(matches, Matches(pattern, Access));

    [Theory]
    [InlineData("\"open", "quote")]
    [InlineData("ERROR -", "term is missing")]
    [InlineData("ERROR { $.a = 1 }", "beside terms")]
    [InlineData("%open", "not closed")]
    [InlineData("%(group)%", "'(' cannot be used")]
    [InlineData("%[%", "cannot be used")]
    [InlineData("%a% b", "nothing may follow")]
    [InlineData("{ $.level }", "comparison is missing")]
    [InlineData("{ $.level = }", "value is missing")]
    [InlineData("{ level = 1 }", "'$' is missing")]
    [InlineData("{ $ = 1 }", "name of a member")]
    [InlineData("{ $.a[x] = 1 }", "no element's number")]
    [InlineData("{ $.a > b }", "no number")]
    [InlineData("{ $.a = 1", "'}' is missing")]
    [InlineData("{ ($.a = 1 }", "')' is missing")]
    [InlineData("{ $.a = 1 } x", "nothing may follow")]
    [InlineData("{ $.a IS NOT NULL }", "behind IS")]
    [InlineData("{ $.a EXISTS }", "comparison is missing")]
    [InlineData("{ $.a[*].b[*] = 1 }", "more than one wildcard")]
    [InlineData("{ $.a = %x% || $.b = %y% || $.c = %z% }", "more than 2 regular expressions")]
    [InlineData("{ $.a[*] = 1 || $.b[*] = 1 || $.c[*] = 1 || $.* = 1 }", "more than 3 wildcards")]
    [InlineData("[a, ..., b, ...]", "more than one '...'")]
    [InlineData("[a=1 || b=2]", "about itself")]
    [InlineData("[a, b=1", "']' is missing")]
    public void What_is_no_pattern_is_refused_with_its_place(string pattern, string message)
    {
        var error = Assert.Throws<FormatException>(() => FilterPattern.Parse(pattern));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_a_pattern_or_refused()
    {
        var part = Gen.Elements(
            "{", "}", "[", "]", "(", ")", "$", ".", "*", "%", "\"", "'", "\\", "=", "!=", "<=", ">", "&&", "||", ",", "...", "-", "?", " ", "IS", "NULL", "NOT", "EXISTS", "a", "b", "0", "1e9", "{9999}", "ü");
        Prop.ForAll(Gen.ArrayOf(part).Select(string.Concat).ToArbitrary(), static text =>
        {
            foreach (var pattern in new[] { text, "{ $.a" + text + "}", "[a" + text + "]", "%" + text + "%" })
            {
                try
                {
                    Matches(pattern, "{ \"a\": [1, { \"b\": \"x\" }] }");
                }
                catch (FormatException)
                {
                    // As FilterLogEvents expects it.
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000 * Chance.Times));
    }

    private static bool Matches(string? pattern, string message) => FilterPattern.Parse(pattern).Matches(Encoding.UTF8.GetBytes(message));
}
