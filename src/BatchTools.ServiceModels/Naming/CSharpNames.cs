using BatchTools.ServiceModels.Models;
using Microsoft.CodeAnalysis.CSharp;

namespace BatchTools.ServiceModels.Naming;

/// <summary>The names that AWS SDK for .NET gives to what a model names.</summary>
internal static class CSharpNames
{
    private static readonly char[] WordBreaks = [' ', '-', '.', '/', ':', '(', ')', '+', '*'];

    /// <summary>The property of a member: <c>minvCpus</c> becomes <c>MinvCpus</c>.</summary>
    public static string Property(string member) => Capitalized(member);

    /// <summary>The property of a member: what the customizations call it, or its name, with an underscore behind it where its structure has the same one.</summary>
    public static string Property(Member member) => member.PropertyName ?? Property(member.Name) + (member.IsNamesake ? "_" : "");

    /// <summary>The field of an enum's value: <c>json-file</c> becomes <c>JsonFile</c>, <c>N_TO_N</c> stays.</summary>
    public static string EnumField(string value)
    {
        var name = string.Concat(value.Split(WordBreaks, StringSplitOptions.RemoveEmptyEntries).Select(Capitalized));
        return name.Length == 0 || char.IsDigit(name[0]) ? "_" + name : name;
    }

    /// <summary>A C# string literal of a text.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Capitalized(string word) =>
        word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word.Substring(1);
}
