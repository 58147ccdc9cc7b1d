package main

import (
	"reflect"
)

// view reads something that the server works out, with everything polymorphic in it decoded, and checks it.
func view[T any](r *run, what string, api any, method string, arguments []any, check func(T) error) {
	r.step(what, func() error {
		call := reflect.ValueOf(api).MethodByName(method)
		values := make([]reflect.Value, call.Type().NumIn())
		for i := range values {
			if i < len(arguments) && arguments[i] != nil {
				values[i] = reflect.ValueOf(arguments[i])
			} else {
				values[i] = reflect.Zero(call.Type().In(i))
			}
		}
		reply, err := outcome(call.Call(values))
		if err != nil {
			return err
		}
		if err := decodeAll(reflect.ValueOf(reply), ""); err != nil {
			return err
		}
		if check == nil {
			return nil
		}
		return check(reply.(T))
	})
}

// with is the list of a view's arguments; those not given are left out of the request.
func with(arguments ...any) []any {
	return arguments
}
