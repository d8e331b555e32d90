using System.Text;
using BatchTools.WorkloadFiles;

namespace BatchTools.Tests;

public sealed class SourceDocumentTests
{
    [Theory]
    [InlineData("{\n  \"jobQueue\": \"q\",  # why\n}", "f(2,21): '#' starts no comment in JSON. Comments are // up to the end of the line, or /* … */.")]
    [InlineData("{\"a\": 1 # why\n}", "f(1,9): '#' starts no comment in JSON. Comments are // up to the end of the line, or /* … */.")]
    [InlineData("{'a': 1}", "f(1,2): single quotes are no JSON. Write text and names in double quotes.")]
    [InlineData("{ a: 1 }", "f(1,3): 'a' is no start of a member name. Write names in double quotes.")]
    [InlineData("{\"a\" 1}", "f(1,6): '1' comes where a ':' should be. Write \"name\": value.")]
    [InlineData("{\"a\" = 1}", "f(1,6): '=' comes where a ':' should be. Write \"name\": value.")]
    [InlineData("{\"a\": 1\n \"b\": 2}", "f(2,2): '\"' comes where a comma or a closing bracket should be. Put a comma before it.")]
    [InlineData("[1 2]", "f(1,4): '2' comes where a comma or a closing bracket should be. Put a comma before it.")]
    [InlineData("{\"a\": True}", "f(1,7): 'True' is no value. Write text in double quotes, numbers as 1 or 0.5, and true, false and null in lower case.")]
    [InlineData("{\"a\": tru}", "f(1,7): 'tru' is no value. Write text in double quotes, numbers as 1 or 0.5, and true, false and null in lower case.")]
    [InlineData("{\"a\": 01}", "f(1,7): '01' is no value. Write text in double quotes, numbers as 1 or 0.5, and true, false and null in lower case.")]
    [InlineData("{\"a\": 1.}", "f(1,7): '1.' is no value. Write text in double quotes, numbers as 1 or 0.5, and true, false and null in lower case.")]
    [InlineData("{\"a\": }", "f(1,7): '}' is no value. Write text in double quotes, numbers as 1 or 0.5, and true, false and null in lower case.")]
    [InlineData("[1, -]", "f(1,5): '-' is no value. Write text in double quotes, numbers as 1 or 0.5, and true, false and null in lower case.")]
    [InlineData("hello", "f(1,1): 'hello' is no value. Write text in double quotes, numbers as 1 or 0.5, and true, false and null in lower case.")]
    [InlineData("{\"a\": \"x\ny\"}", "f(1,9): the text is not closed on its line. End it with a double quote; a line break inside is written \\n.")]
    [InlineData("{\"a\": \"x\ty\"}", "f(1,9): the character 0x09 may not stand in text as it is. Write it as an escape (a tabulator is \\t).")]
    [InlineData("{\"a\": \"C:\\data\"}", "f(1,11): 'data' makes no escape after a backslash. A backslash itself is written \\\\, and others are \\\" \\/ \\b \\f \\n \\r \\t \\u0041.")]
    [InlineData("{\"a\": \"\\u12\"}", "f(1,12): '\"' makes no escape after a backslash. A backslash itself is written \\\\, and others are \\\" \\/ \\b \\f \\n \\r \\t \\u0041.")]
    [InlineData("{\n \"a\": [1,2}", "f(2,11): '}' does not close the '[' of line 2, column 7. Close that one with ']' first.")]
    [InlineData("{\n \"a\": [1,2\n", "f(3,1): the file ends inside what was opened in line 2, column 7. Close it.")]
    [InlineData("{\"a\": 1", "f(1,8): the file ends inside what was opened in line 1, column 1. Close it.")]
    [InlineData("// only a comment", "f(1,18): the file ends where a value should be. Write a JSON object, such as { \"jobs\": [ ] }.")]
    [InlineData("{} {}", "f(1,4): '{' comes after the end of the JSON value. A file holds one value; remove what follows, or a closing bracket too many before it.")]
    [InlineData("{}}", "f(1,3): '}' comes after the end of the JSON value. A file holds one value; remove what follows, or a closing bracket too many before it.")]
    [InlineData("{\"a\": 1,,}", "f(1,9): ',' is no start of a member name. Write names in double quotes.")]
    [InlineData("{\"a\": /* 1 }", "f(1,7): '/' starts no comment here. A comment is // up to the end of its line, or /* up to the next */.")]
    [InlineData("{\"a\": \"\\ud83d\"}", "f(1,7): a \\u escape here is half of a character. Write both halves (\\uD83D\\uDE00), or the character itself.")]
    [InlineData("", "f(1,1): the file is empty. Write a JSON object, such as { \"jobs\": [ ] }.")]
    [InlineData(" \r\n ", "f(1,1): the file is empty. Write a JSON object, such as { \"jobs\": [ ] }.")]
    public void Text_that_is_no_JSON_is_an_error_with_its_place_and_what_to_do(string text, string message)
    {
        var error = Assert.Throws<BatchException>(() => Parse(text));

        Assert.Equal(message, error.Message);
        Assert.Equal(ErrorKind.InvalidInput, error.Kind);
    }

    [Fact]
    public void Values_know_their_line_column_and_path()
    {
        var root = Assert.IsType<SourceObject>(Parse("{\n  // a comment\n  \"jobs\": [\n    {\"näme\": \"\U0001F600\", /* x */ \"tags\": { \"Team\": true, }, },\n  ],\n}"));

        var jobs = root.Find("jobs")!;
        Assert.Equal("f(3,3)", jobs.Where);
        Assert.Equal("f(3,11)", jobs.Value.Where);
        var job = Assert.IsType<SourceObject>(Assert.Single(Assert.IsType<SourceArray>(jobs.Value).Items));
        Assert.Equal(["f(4,6)", "f(4,28)"], job.Members.Select(member => member.Where));
        var team = Assert.Single(Assert.IsType<SourceObject>(job.Members[1].Value).Members);
        Assert.Equal("jobs[0].tags.Team", team.Value.Path);
        Assert.Equal(true, Assert.IsType<SourceScalar>(team.Value).ToValue());
    }

    [Theory]
    [InlineData("12", 12L)]
    [InlineData("-3", -3L)]
    [InlineData("1.0", 1.0)]
    [InlineData("2e-5", 2e-5)]
    [InlineData("123456789012345678901234567890", 1.2345678901234568e29)]
    [InlineData("\"a\\u0041\\n\"", "aA\n")]
    [InlineData("false", false)]
    [InlineData("null", null)]
    public void Values_become_what_NET_has_for_them(string text, object? expected) =>
        Assert.Equal(expected, Assert.IsType<SourceScalar>(Parse(text)).ToValue());

    [Fact]
    public void A_member_given_twice_is_a_problem_and_the_rest_is_still_read()
    {
        var problems = new SourceProblems();
        var document = SourceDocument.Parse("{\"a\": 1,\n \"a\": 2, \"b\": 3}"u8, "f", problems);

        Assert.Equal("f(2,2): 'a' is given twice; the first is in line 1. Keep one of them.", Assert.Single(problems.Errors).Message);
        Assert.Equal(["a", "b"], Assert.IsType<SourceObject>(document.Root).Members.Select(member => member.Name));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text_and_UTF_16_is_read_too()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var root = SourceDocument.Parse([.. encoding.Preamble, .. encoding.GetBytes("{\"ä\": 1}")], "f", new()).Root;
            Assert.Equal("f(1,2)", Assert.IsType<SourceObject>(root).Find("ä")!.Where);
        }
    }

    [Fact]
    public void Another_encoding_is_an_error_at_its_first_byte() =>
        Assert.Equal(
            "f(2,3): the byte 0xE9 is not UTF-8. Save the file with the encoding UTF-8.",
            Assert.Throws<BatchException>(() => SourceDocument.Parse(Encoding.Latin1.GetBytes("{\n\"Né\": 1}"), "f", new())).Message);

    [Fact]
    public void Nesting_is_bounded()
    {
        Assert.IsType<SourceArray>(Parse(new string('[', 64) + new string(']', 64)));
        Assert.Equal(
            "f(1,65): objects and lists nest deeper than 64 levels here. No shape of AWS does; check the brackets before it.",
            Assert.Throws<BatchException>(() => Parse(new string('[', 65) + new string(']', 65))).Message);
        Assert.Throws<BatchException>(() => Parse(new string('[', 100_000)));
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_named()
    {
        Assert.Equal(
            $"There is no file no/such.json in {Directory.GetCurrentDirectory()}. Check its path.",
            Assert.Throws<BatchException>(() => SourceDocument.Load("no/such.json", new())).Message);
        var folder = Path.GetTempPath();
        Assert.Equal($"{folder} is a folder. Name a file in it.", Assert.Throws<BatchException>(() => SourceDocument.Load(folder, new())).Message);
    }

    [Fact]
    public void A_long_line_costs_one_pass()
    {
        var text = "[" + string.Join(',', Enumerable.Range(0, 200_000)) + "]";

        var items = Assert.IsType<SourceArray>(Parse(text)).Items;

        Assert.Equal($"f(1,{text.LastIndexOf(',') + 2})", items[^1].Where);
    }

    private static SourceNode Parse(string text) => SourceDocument.Parse(Encoding.UTF8.GetBytes(text), "f", new()).Root;
}
