using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BatchTools.Tests;

public sealed partial class MessagesTests
{
    public static TheoryData<string> Names => [.. Texts().Select(text => text.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_text_is_one_line_and_its_placeholders_count_from_zero(string name)
    {
        var text = Texts().Single(one => one.Key == name).Value;
        var numbers = Placeholder().Matches(text).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct().ToArray();

        Assert.DoesNotContain('\n', text);
        Assert.All(numbers, number => Assert.InRange(number, 0, 9));
        // Formats as it stands, with any values.
        Assert.NotEmpty(string.Format(CultureInfo.InvariantCulture, text, [.. Enumerable.Range(0, 10).Select(number => (object)number)]));
    }

    [Fact]
    public void A_name_without_a_text_is_a_fault_of_ours() =>
        Assert.Throws<ArgumentException>(() => { _ = BatchException.For("NoSuchMessage", ErrorKind.Internal, null); });

    [Fact]
    public void An_exception_keeps_its_cause_and_target_and_formats_alike_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            commas.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = commas;
            var cause = new IOException("cause");
            var error = BatchException.From(cause, nameof(Messages.PayloadTooLarge), ErrorKind.InvalidInput, "target", "job", 1234.5);
            Assert.Equal(("PayloadTooLarge", "target"), (error.ErrorId, error.Target));
            Assert.Same(cause, error.InnerException);
            Assert.Contains("has 1234.5 bytes", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Texts() => Messages.ResourceManager
        .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
        .Cast<DictionaryEntry>()
        .Select(entry => new KeyValuePair<string, string>((string)entry.Key, (string)entry.Value!));

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();
}
