using BatchTools.Help.Model;

namespace BatchTools.Help.Reading;

/// <summary>What a cmdlet's doc comments leave unsaid.</summary>
internal static class HelpGaps
{
    /// <summary>Gives one line for each gap; none if help is complete.</summary>
    public static IEnumerable<string> Of(CmdletHelp cmdlet)
    {
        if (cmdlet.Synopsis.Plain.Length == 0)
            yield return $"{cmdlet.Name} has no <summary>.";
        if (cmdlet.Examples.Count == 0)
            yield return $"{cmdlet.Name} has no <example> with <code>.";
        foreach (var parameter in cmdlet.Parameters.Where(parameter => parameter.Description.Count == 0))
            yield return $"{cmdlet.Name} -{parameter.Name} has no <summary>.";
        foreach (var output in cmdlet.Outputs.Where(output => output.Description.Count == 0))
            yield return $"{cmdlet.Name} writes {output.TypeName}, which has no <summary>.";
        if (cmdlet.Outputs.Count == 0)
            yield return $"{cmdlet.Name} has no [OutputType].";
    }
}
