using System.Text;
using System.Text.RegularExpressions;

namespace BatchTools.LocalEngine.Logs.Filtering;

/// <summary>A regular expression that is found somewhere in the event.</summary>
internal sealed class ExpressionPattern(Regex expression) : FilterPattern
{
    public static ExpressionPattern Read(FilterScanner scanner)
    {
        var pattern = new ExpressionPattern(scanner.TakeExpression());
        scanner.SkipSpace();
        return scanner.IsAtEnd ? pattern : throw scanner.Error("nothing may follow a regular expression");
    }

    public override bool Matches(ReadOnlyMemory<byte> message) => expression.IsMatch(Encoding.UTF8.GetString(message.Span));
}
