using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>What makes a consumable resource, and what a job may ask of them.</summary>
internal static class ConsumableRules
{
    private const int MostInJob = 5;

    /// <exception cref="ServiceError">ClientException: AWS would not make it.</exception>
    public static void Check(CreateConsumableResourceRequest request)
    {
        NameRules.Check(request.ConsumableResourceName, "Consumable resource");
        TagRules.Check(request.Tags);
        if (request.ResourceType is not (null or ConsumableResource.Replenishable or ConsumableResource.NonReplenishable))
            throw BatchErrors.Executing($"resourceType must be {ConsumableResource.Replenishable} or {ConsumableResource.NonReplenishable}; it is '{Shortened.Text(request.ResourceType)}'");
        CheckQuantity("totalQuantity", request.TotalQuantity);
    }

    public static DescribeConsumableResourceResponse Describe(CreateConsumableResourceRequest request, long now, AwsNames names) => new()
    {
        ConsumableResourceName = request.ConsumableResourceName,
        ConsumableResourceArn = names.ConsumableResource(request.ConsumableResourceName!),
        ResourceType = request.ResourceType ?? ConsumableResource.Replenishable,
        TotalQuantity = request.TotalQuantity ?? 0,
        CreatedAt = now,
        Tags = request.Tags ?? [],
    };

    /// <summary>The total after an update.</summary>
    /// <exception cref="ServiceError">ClientException: the operation does not exist, or there would be less than nothing.</exception>
    public static long Update(ConsumableResource resource, UpdateConsumableResourceRequest request)
    {
        CheckQuantity("quantity", request.Quantity);
        var quantity = request.Quantity ?? 0;
        var total = request.Operation switch
        {
            null or "SET" => request.Quantity ?? resource.Total,
            "ADD" when quantity <= long.MaxValue - resource.Total => resource.Total + quantity,
            "REMOVE" => resource.Total - quantity,
            "ADD" => throw BatchErrors.Executing($"quantity {quantity} is too much to be added to {resource.Total}"),
            _ => throw BatchErrors.Executing($"operation must be SET, ADD or REMOVE; it is '{Shortened.Text(request.Operation)}'"),
        };
        return total >= 0
            ? total
            : throw BatchErrors.Executing($"quantity {quantity} is more than the total of {resource.Total} that can be removed");
    }

    /// <summary>Checks what a definition, a node or a submission asks for.</summary>
    /// <exception cref="ServiceError">ClientException.</exception>
    public static void Check(ConsumableResourceProperties? properties)
    {
        var entries = properties?.ConsumableResourceList ?? [];
        if (entries.Count > MostInJob)
            throw BatchErrors.Executing($"A job cannot have more than {MostInJob} consumable resources");
        foreach (var entry in entries)
        {
            if (string.IsNullOrEmpty(entry.ConsumableResource))
                throw BatchErrors.Executing("consumableResource must be provided for each consumable resource of a job");
            if (entry.Quantity is not >= 1)
                throw BatchErrors.Executing($"quantity of consumable resource {entry.ConsumableResource} must be at least 1; it is {entry.Quantity?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "missing"}");
        }
    }

    private static void CheckQuantity(string member, long? quantity)
    {
        if (quantity < 0)
            throw BatchErrors.Executing($"{member} must not be negative; it is {quantity}");
    }
}
