using System.Management.Automation;
using System.Reflection;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Tests.Requests;

/// <summary>Every operation of AWS Batch is reached by a cmdlet, and every member of its request by a parameter.</summary>
public sealed class CoverageTests
{
    private static readonly Type[] Cmdlets =
        [.. typeof(RequestMemberAttribute).Assembly.GetTypes().Where(type => !type.IsAbstract && type.GetCustomAttribute<CmdletAttribute>() is not null)];

    public static TheoryData<string> Operations => [.. BatchModel.Operations];

    public static TheoryData<string> CmdletNames => [.. Cmdlets.Select(cmdlet => cmdlet.Name)];

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_has_a_cmdlet_and_each_member_of_its_request_a_parameter(string operation)
    {
        var reaching = Cmdlets.Where(cmdlet => OperationsOf(cmdlet).Contains(operation)).ToArray();
        Assert.True(reaching.Length > 0, $"No cmdlet reaches {operation}.");

        var paths = reaching.SelectMany(Parameters).Select(parameter => parameter.Path).ToHashSet();
        var missing = BatchModel.Members(operation).Where(member => !BatchModel.IsReached(operation, member, paths)).ToArray();
        Assert.True(missing.Length == 0, $"No parameter of {string.Join(", ", reaching.Select(cmdlet => cmdlet.Name))} sets {operation}'s {string.Join(", ", missing)}.");
    }

    [Theory]
    [MemberData(nameof(CmdletNames))]
    public void What_a_cmdlet_names_is_in_the_model(string name)
    {
        var cmdlet = Cmdlets.Single(type => type.Name == name);
        var operations = OperationsOf(cmdlet);

        Assert.All(operations, operation => Assert.Contains(operation, BatchModel.Operations));
        Assert.All(Own(cmdlet), parameter => Assert.True(operations.Any(operation => BatchModel.Has(operation, parameter.Path)), $"-{parameter.Name} names {parameter.Path}."));
    }

    [Theory]
    [MemberData(nameof(CmdletNames))]
    public void What_sets_a_member_is_a_parameter(string name) => Assert.All(
        Cmdlets.Single(type => type.Name == name).GetProperties().Where(property => property.IsDefined(typeof(RequestMemberAttribute))),
        property => Assert.True(property.IsDefined(typeof(ParameterAttribute)), property.Name));

    /// <summary>A cmdlet that drafts requests reaches the operation that takes them, and puts its parameters where they say.</summary>
    [Theory]
    [MemberData(nameof(CmdletNames))]
    public void A_drafting_cmdlet_reaches_the_operation_of_its_request(string name)
    {
        var cmdlet = Cmdlets.Single(type => type.Name == name);
        if (RequestOf(cmdlet) is not { } request)
            return;

        Assert.Equal([request.Name[..^"Request".Length]], OperationsOf(cmdlet));
        Assert.Equal(Parameters(cmdlet).Select(one => one.Path).Order(), RequestParameter.Of(cmdlet, request).Select(one => one.Path.ToString()).Order());
    }

    // Only a cmdlet itself tells the class of its requests: a type argument would load AWS's assemblies on import.
    private static Type? RequestOf(Type cmdlet)
    {
        for (var type = cmdlet; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(DraftingCmdlet<,>))
                return (Type)type.GetProperty("RequestType", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(Activator.CreateInstance(cmdlet))!;
        }

        return null;
    }

    private static string[] OperationsOf(Type cmdlet) => [.. cmdlet.GetCustomAttributes<BatchOperationAttribute>().Select(attribute => attribute.Operation)];

    private static IEnumerable<(string Name, string Path)> Parameters(Type cmdlet) => Parameters(cmdlet.GetProperties());

    // What a cmdlet shares with others may name more than it reaches itself.
    private static IEnumerable<(string Name, string Path)> Own(Type cmdlet) => Parameters(cmdlet.GetProperties().Where(property => property.DeclaringType == cmdlet));

    private static IEnumerable<(string Name, string Path)> Parameters(IEnumerable<PropertyInfo> properties) =>
        from property in properties
        from member in property.GetCustomAttributes<RequestMemberAttribute>()
        select (property.Name, member.Path);
}
